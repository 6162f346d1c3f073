// The facets of what was found: which pages have the chosen values, and how many have each of the others.
import { numbers } from "./coding.js";

/** The facets of the site, read from their file: of each its values and labels, the rows of values that pages have, and each page's row. */
export function readFacets(read) {
  return read.map(({ name, values, rows, pages }) => ({ name, values, rows, pages: numbers(pages) }));
}

/** For each facet with chosen values a mark at every page that has one of them. */
export function chosenPages(facets, chosen, size) {
  const sets = new Map();
  for (const facet of facets) {
    const wanted = chosen?.[facet.name];
    if (!Array.isArray(wanted) || wanted.length === 0) continue;
    const isWanted = facet.rows.map((row) => row.some((one) => wanted.includes(facet.values[one][0])));
    sets.set(facet.name, Uint8Array.from({ length: size }, (_, place) => isWanted[facet.pages[place] ?? 0]));
  }
  return sets;
}

/** The pages that have a chosen value of every facet. */
export function narrowed(pages, sets) {
  return [...sets.values()].reduce((left, marks) => left.filter((place) => marks[place]), pages);
}

/** How many pages each value would leave; those of a facet itself count what the other facets leave. Chosen ones stay at nought. */
export function counted(pages, facets, sets, chosen) {
  const all = narrowed(pages, sets);
  return Object.fromEntries(
    facets.map((facet) => {
      const others = new Map([...sets].filter(([name]) => name !== facet.name));
      const counts = countsOf(facet, sets.has(facet.name) ? narrowed(pages, others) : all);
      const values = facet.values.map(([value, label], place) => ({ value, label, count: counts[place] }));
      return [facet.name, values.filter((one) => one.count > 0 || chosen?.[facet.name]?.includes?.(one.value))];
    }),
  );
}

function countsOf({ values, rows, pages: rowOf }, pages) {
  const having = new Uint32Array(rows.length);
  for (let index = 0; index < pages.length; index += 1) having[rowOf[pages[index]] ?? 0] += 1;
  const counts = values.map(() => 0);
  rows.forEach((row, number) => row.forEach((one) => (counts[one] += having[number])));
  return counts;
}
