// What is searched for, as an address that can be shared: ?q=, a parameter for each facet, sort and page.
export const FACETS = ["type", "body", "year", "municipality", "initiative", "outcome", "topic", "in_force"];
export const SORTS = ["relevance", "date"];
const LONGEST = 300; // characters of a query; nobody types more
const MOST_PAGES = 50;
const MOST_VALUES = 20; // of one facet: more is no choice, but somebody's long address

/** The query as it is asked: no longer than anybody types. */
export function shortened(query) {
  return [...query.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("").toWellFormed?.() ?? query.slice(0, LONGEST);
}

/** The state that an address holds; what it does not know is left out. */
export function readState(search) {
  const given = new URLSearchParams(search);
  const facets = {};
  for (const name of FACETS) {
    const values = [...new Set(given.getAll(name).filter(Boolean))].slice(0, MOST_VALUES);
    if (values.length) facets[name] = values;
  }
  const page = Number.parseInt(given.get("page") ?? "", 10);
  return {
    query: shortened(given.get("q") ?? ""),
    facets,
    sort: SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0],
    page: page >= 1 && page <= MOST_PAGES ? page : 1,
  };
}

/** The address of a state, from the `?` on; what is as usual is not said. */
export function writeState(state) {
  const said = new URLSearchParams();
  if (state.query.trim()) said.set("q", state.query.trim());
  for (const name of FACETS) for (const value of state.facets[name] ?? []) said.append(name, value);
  if (state.sort !== SORTS[0]) said.set("sort", state.sort);
  if (state.page > 1) said.set("page", state.page);
  const text = said.toString();
  return text ? `?${text}` : "";
}

/** Everything that is chosen, as pairs of facet and value. */
export function chosenOf(state) {
  return FACETS.flatMap((name) => (state.facets[name] ?? []).map((value) => [name, value]));
}

/** The same state with a value of a facet chosen or not. */
export function withValue(state, name, value, on) {
  const others = (state.facets[name] ?? []).filter((one) => one !== value);
  const values = on ? [...others, value] : others;
  const { [name]: before, ...rest } = state.facets;
  return { ...state, facets: values.length ? { ...rest, [name]: values } : rest, page: 1 };
}

/** Whether anything is asked for at all. */
export function isAsked(state) {
  return state.query.trim() !== "" || chosenOf(state).length > 0;
}

/** What makes two searches the same: not how they are sorted, nor how far somebody read. */
export function identityOf(state) {
  return writeState({ ...state, sort: SORTS[0], page: 1 });
}
