// Asks one search for many queries, one after another, in a page of the site; gives what it found and how long each took.
async ({ search, queries, limit }) => {
  const openers = {
    pagefind: async () => {
      const pagefind = await import("/pagefind-plain/pagefind.js");
      return async (query) => {
        const found = await pagefind.search(query);
        const shown = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
        return { addresses: shown.map((result) => result.url), suggestion: null };
      };
    },
    protokol: async () => {
      // As the head of the search page does.
      const ahead = (name, rel) => document.head.append(Object.assign(document.createElement("link"), { ...rel, href: `/pagefind/${name}` }));
      ahead("pagefind.js", { rel: "modulepreload" });
      for (const name of ["pagefind-entry.json?ts=0", `words.${document.documentElement.lang}.json`]) ahead(name, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
      const { openEngine } = await import("/assets/search/engine.js");
      const engine = await openEngine("/");
      return async (query) => {
        const found = await engine.search(query, { limit });
        return { addresses: found.results.map((result) => result.url), suggestion: found.suggestion?.query ?? null };
      };
    },
  };
  const answers = [];
  for (const query of queries) {
    const began = performance.now();
    // Opening counts as part of the first search, as it does for a visitor.
    window.opened ??= await openers[search]();
    const answer = await window.opened(query);
    const addresses = answer.addresses.map((address) => decodeURI(new URL(address, location.origin).pathname));
    answers.push({ ...answer, addresses, seconds: (performance.now() - began) / 1000 });
  }
  return answers;
};
