// The facets of what was found: which pages have the chosen values, and how many have each of the others.
import { risingNumbers } from "./coding.js";

/** The facets of the site, read from their file: [{name, values: [{value, label, pages}]}]. */
export function readFacets(read) {
  return read.map(({ name, values }) => ({ name, values: values.map((one) => ({ ...one, pages: risingNumbers(one.pages) })) }));
}

/** For each facet with chosen values a mark at every page that has one of them. */
export function chosenPages(facets, chosen, size) {
  const sets = new Map();
  for (const { name, values } of facets) {
    const wanted = chosen?.[name];
    if (!Array.isArray(wanted) || wanted.length === 0) continue;
    const marks = new Uint8Array(size);
    for (const one of values) if (wanted.includes(one.value)) for (const page of one.pages) marks[page] = 1;
    sets.set(name, marks);
  }
  return sets;
}

/** The pages that have a chosen value of every facet. */
export function narrowed(pages, sets) {
  return [...sets.values()].reduce((left, marks) => left.filter((page) => marks[page.place]), pages);
}

/** How many pages each value would leave; those of a facet itself count what the other facets leave. Chosen ones stay at nought. */
export function counted(pages, facets, sets, chosen, size) {
  const all = marksOf(pages, sets, null, size);
  const counts = {};
  for (const { name, values } of facets) {
    const marks = sets.has(name) ? marksOf(pages, sets, name, size) : all;
    counts[name] = values
      .map(({ value, label, pages: having }) => ({ value, label, count: having.reduce((sum, page) => sum + marks[page], 0) }))
      .filter((one) => one.count > 0 || chosen?.[name]?.includes?.(one.value));
  }
  return counts;
}

function marksOf(pages, sets, except, size) {
  const marks = new Uint8Array(size);
  const others = new Map([...sets].filter(([name]) => name !== except));
  for (const { place } of narrowed(pages, others)) marks[place] = 1;
  return marks;
}
