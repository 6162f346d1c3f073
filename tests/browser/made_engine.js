// An engine of the shape that the search page expects, over pages made up here: a page is found by words in its title.
const BODIES = [["kd-net", "KD-Net"], ["kkr-midtjylland", "KKR Midtjylland"], ["ukendt", "Et organ uden kalender"]];
const KINDS = [["item", "Punkt"], ["meeting", "Møde"], ["agreement", "Aftale"]];
const PAGES = Array.from({ length: 37 }, (_, index) => {
  const [body, year, type] = [BODIES[index % 3], 2010 + (index % 12), KINDS[index % 2]];
  return {
    url: `/kommuner/?nummer=${index}`,
    title: `Alle får sag nummer ${index}${index % 5 ? "" : " om klima"}`,
    kind: type[1],
    date: `${year}-0${1 + (index % 9)}-15`,
    outcome: index % 4 ? null : { label: "Tiltrådt", shape: "final-yes" },
    summary: "",
    excerpt: [{ text: "Det handler om en ", mark: false }, { text: "sag", mark: true }, { text: ` med <b>mærker</b> og nummer ${index}.`, mark: false }],
    breadcrumb: ["Møder", body[1]],
    has: { body, year: [String(year), String(year)], type, topic: [`emne-${index % 9}`, `Emne ${index % 9}`] },
  };
});

function fits(page, query, facets) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => page.title.toLowerCase().includes(word)) && Object.entries(facets).every(([name, values]) => values.includes(page.has[name]?.[0]));
}

function counts(query, facets, name) {
  const { [name]: own, ...others } = facets;
  const found = new Map();
  for (const page of PAGES.filter((one) => fits(one, query, others))) {
    const [value, label] = page.has[name];
    found.set(value, { value, label, count: (found.get(value)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

export async function openEngine(base) {
  globalThis.madeEngine ??= { base, asked: [], extra: [], wait: 0 };
  return {
    warm() {},
    async search(query, { facets = {}, sort = "relevance", limit = 10, offset = 0 } = {}) {
      madeEngine.asked.push(query);
      const wait = query.length === 3 ? madeEngine.wait : 0; // the third keystroke is the slow one
      if (wait) await new Promise((done) => setTimeout(done, wait));
      if (query.includes("uheld")) throw new Error("a shard is missing");
      const all = PAGES.filter((one) => fits(one, query, facets));
      if (new URLSearchParams(location.search).has("nyt") || globalThis.name === "nyt") all.push({ ...PAGES[0], url: "/organer/?ny", title: "Helt ny sag", date: "2027-01-01" });
      if (sort === "date") all.sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
      const meant = query === "sga" ? { query: "sag", words: [["sga", "sag"]] } : null;
      return {
        total: all.length,
        results: all.slice(offset, offset + limit),
        facets: Object.fromEntries(["type", "body", "year", "topic"].map((name) => [name, counts(query, facets, name)])),
        suggestion: meant,
        mapped: query.split(/\s+/).filter(Boolean).map((text) => ({ text, words: text === "xyzzy" ? [] : [text], how: "exact" })),
      };
    },
  };
}
