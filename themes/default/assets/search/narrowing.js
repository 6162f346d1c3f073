// The facets of what was found: which pages have the chosen values, and how many have each of the others.
import { risingNumbers } from "./coding.js";

/** The facets of the site, read from their file: [{name, values: [{value, label, pages}]}]. */
export function readFacets(read) {
  return read.map(({ name, values }) => ({
    name,
    values: values.map(({ value, label, pages }) => ({ value, label, pages: new Set(risingNumbers(pages)) })),
  }));
}

/** For each facet with chosen values the pages that have one of them. */
export function chosenPages(facets, chosen) {
  const sets = new Map();
  for (const { name, values } of facets) {
    const wanted = chosen?.[name];
    if (!Array.isArray(wanted) || wanted.length === 0) continue;
    const pages = new Set();
    for (const one of values) if (wanted.includes(one.value)) one.pages.forEach((page) => pages.add(page));
    sets.set(name, pages);
  }
  return sets;
}

const within = (sets, place, except) => [...sets].every(([name, pages]) => name === except || pages.has(place));

/** The pages that have a chosen value of every facet. */
export function narrowed(pages, sets) {
  return sets.size ? pages.filter((page) => within(sets, page.place)) : pages;
}

/** How many pages each value would leave; those of a facet itself count what the other facets leave. */
export function counted(pages, facets, sets) {
  const counts = {};
  for (const { name, values } of facets) {
    const left = pages.filter((page) => within(sets, page.place, name));
    counts[name] = values
      .map(({ value, label, pages: having }) => ({ value, label, count: left.filter((page) => having.has(page.place)).length }))
      .filter((one) => one.count > 0);
  }
  return counts;
}
