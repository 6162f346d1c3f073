// How close together a page has the words of a question: a long text has a little of everything, here and there.
const PASSAGE = 30; // words that are about one thing
const TITLE = 12; // words at the head of a page, which are about all of it
const EXPRESSION = 3; // words from which on their closeness counts too

/**
 * Of what a page has of a question the share that stands in one passage, and as close as in the question.
 *
 * `hits` has, for each term of the question that the page has, its words' places and what they are worth.
 */
export function nearness(hits, length) {
  const all = hits.flatMap(({ at, ...hit }) => at.flatMap(({ words, worth }) => [...words].map((word) => ({ ...hit, word, worth }))));
  const whole = bestOf(all);
  if (whole.size < 2) return 1;
  all.sort((one, other) => one.word - other.word);
  const heavy = all.filter(({ light }) => !light);
  const passage = together(heavy, PASSAGE, bestOf(heavy.filter(({ word }) => word < TITLE)));
  // A number says something only beside its word.
  const isExpression = length >= EXPRESSION || all.some(({ number }) => number);
  const near = isExpression ? (passage + together(all, length + 1, new Map())) / 2 : passage;
  return near / sum(whole);
}

/** Whether the head of a page has all words that say something, of which there are so many. */
export function isInTitle(hits, heavy) {
  const there = hits.filter(({ light, at }) => !light && at.some(({ words }) => [...words].some((word) => word < TITLE)));
  return heavy > 0 && there.length === heavy;
}

const sum = (best) => [...best.values()].reduce((one, other) => one + other, 0);

/** The most that each term is worth among some hits. */
function bestOf(hits, best = new Map()) {
  for (const { index, worth } of hits) if (!(best.get(index) >= worth)) best.set(index, worth);
  return best;
}

/** The most that stands within so many words, together with what stands for all of the page. */
function together(sorted, length, always) {
  let most = 0;
  let end = 0;
  sorted.forEach(({ word }, start) => {
    while (end < sorted.length && sorted[end].word < word + length) end += 1;
    most = Math.max(most, sum(bestOf(sorted.slice(start, end), new Map(always))));
  });
  return most;
}
