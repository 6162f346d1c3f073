// What the first results point at: of the pages that answer too, those are likelier the ones that were meant.
import { numbers, steps } from "./coding.js";
import { onceEach, unpacked } from "./loading.js";

const IN_ONE_FILE = 32; // pages, as generator/search/links.py writes them
const TOLD = 3; // words from which on a question is in somebody's own words, and not in those of the pages
const LIFT = 0.3; // of what a page has, what it gives to one that it alone points at

/** Which pages each page points at; `folder` has the files. */
export class Links {
  constructor(folder) {
    this.lines = onceEach((file) => unpacked(folder + file).then(async (answer) => (await answer.text()).split("\n")));
  }

  /** The pages that one points at, each with the share that it has of what the page gives. */
  async of(place) {
    const [pages, often] = (await this.lines(Math.floor(place / IN_ONE_FILE)))[place % IN_ONE_FILE].split("|");
    const counts = numbers(often ?? "");
    return pages ? steps(pages).map((page, index) => ({ page, share: 1 / counts[index] })) : [];
  }
}

/** What each page of an answer is worth with what the first ones point at; the first keep their places. */
export async function lifted(pages, scores, first, terms, links) {
  if (terms.length < TOLD || pages.length <= first.length) return scores;
  const found = new Set(pages);
  const worth = Float64Array.from(scores);
  const rows = await Promise.all(first.map((place) => links.of(place)));
  rows.forEach((row, index) => {
    for (const { page, share } of row) if (found.has(page)) worth[page] += LIFT * share * scores[first[index]];
  });
  const most = worth.reduce((one, other) => Math.max(one, other), 0);
  first.forEach((place, index) => (worth[place] = most + first.length - index));
  return worth;
}
