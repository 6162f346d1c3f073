// Asks one search for many queries, one after another, in a page of the site; gives what it found and how long each took.
async ({ search, queries, limit, first }) => {
  const openers = {
    pagefind: async () => {
      const pagefind = await import("/pagefind-plain/pagefind.js");
      return async (query) => {
        const found = await pagefind.search(query);
        const shown = found.results.slice(0, limit).map(async (result) => (await result.data()).url);
        return { shown: await Promise.all(shown.slice(0, first)), rest: Promise.all(shown.slice(first)), suggestion: null };
      };
    },
    protokol: async () => {
      // As the head of the search page does.
      const ahead = (name, rel) => document.head.append(Object.assign(document.createElement("link"), { ...rel, href: `/pagefind/${name}` }));
      const language = document.documentElement.lang;
      ahead(`words.${language}.json`, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
      const { openEngine } = await import("/assets/search/engine.js");
      const engine = await openEngine("/");
      return async (query) => {
        const found = await engine.search(query, { limit, first });
        // The page waits for what narrows the results as well; its bytes are of this search.
        const rest = Promise.all([found.rest, found.facets]).then(([results]) => results.map((result) => result.url));
        return { shown: found.results.map((result) => result.url), rest, suggestion: found.suggestion?.query ?? null };
      };
    },
  };
  const answers = [];
  for (const query of queries) {
    const began = performance.now();
    // Opening counts as part of the first search, as it does for a visitor.
    window.opened ??= await openers[search]();
    const { shown, rest, suggestion } = await window.opened(query);
    const seconds = (performance.now() - began) / 1000;
    const addresses = [...shown, ...(await rest)].map((address) => decodeURI(new URL(address, location.origin).pathname));
    answers.push({ addresses, suggestion, seconds });
  }
  return answers;
};
