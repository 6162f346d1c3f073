// What Pagefind found for each word to one order: how well, how rare the word, how much of the question, how recent.
const LIGHT = 0.15; // what a word that says little counts
const LISTING = 0.8; // what a page keeps that lists a page which answers too
const RECENT = 0.06; // what the newest page gains over the oldest
const NAMED = 1000; // what puts the pages first whose name the whole question is
const INSIDE = 1.3; // what a page gains whose name is a part of the question
const BONUS = 1; // and what it gains for each word of that name, as if it had another rare word
const POWER = 1; // how much it matters that a page has all of the question
// The matter itself comes before what is said about it, and that before pages that gather a little of everything.
const KINDS = { initiative: 1.1, agreement: 1.08, case: 1.05, item: 1.05, meeting: 0.85, document: 0.9, municipality: 0.8, follow_up: 0.95 };
// Of pages with one name the first of these is what is meant.
const FIRST = ["initiative", "municipality", "organization", "person", "agreement", "meeting", "case"];
const BASE = 0.35; // what a page has by containing the word at all; the rest is how well it does

/** How much a word says: the fewer pages have it, the more. */
export function rarity(term, size) {
  const count = Math.max(0, ...term.forms.filter((form) => form.how !== "alike").map((form) => form.count)) || size * 0.02;
  return Math.log(1 + size / (count + 1)) * (term.light ? LIGHT : 1);
}

const rankOf = (type) => 1 + (FIRST.includes(type) ? FIRST.length - FIRST.indexOf(type) : 0);

/** The pages in their order: [{place, score, share, result}]; `found` has for each term its forms' results by place. */
export function ranked(terms, found, vocabulary, named) {
  const weights = terms.map((term) => rarity(term, vocabulary.size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pages = new Map();
  terms.forEach((term, index) => {
    for (const [place, { value, result }] of found[index]) {
      const page = pages.get(place) ?? { place, score: 0, share: 0, result };
      page.score += weights[index] * (BASE + (1 - BASE) * value.raw) * value.weight;
      page.share += weights[index] / whole;
      pages.set(place, page);
    }
  });
  const days = vocabulary.days.filter((day) => day > 1);
  const [oldest, newest] = days.length ? [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] : [0, 0];
  for (const page of pages.values()) {
    page.score += BONUS * (named.inside.get(page.place) ?? 0);
    page.score *= page.share ** POWER;
    const day = vocabulary.days[page.place];
    if (day > 1 && newest > oldest) page.score *= 1 + (RECENT * (day - oldest)) / (newest - oldest);
    page.score *= named.inside.has(page.place) ? INSIDE : (KINDS[vocabulary.typeOf(page.place)] ?? 1);
    if (named.whole.has(page.place)) page.score += NAMED * rankOf(vocabulary.typeOf(page.place)) + (vocabulary.children.get(page.place) ?? 0);
  }
  for (const page of [...pages.values()]) {
    const parent = pages.get(vocabulary.parents[page.place] - 1);
    if (parent && parent.score < NAMED && !parent.lists) {
      parent.score *= LISTING;
      parent.lists = true;
    }
  }
  return [...pages.values()].sort((one, other) => other.score - one.score || one.place - other.place);
}
