// What was found for each word to one order: how well, how rare the word, how much of the question, how recent.
const LIGHT = 0.15; // what a word that says little counts
const MARK = 2; // what a date or a sum counts: who writes one means it
const LISTING = 0.8; // what a page keeps that lists a page which answers too
const RECENT = 0.06; // what the newest page gains over the oldest
const NAMED = 1000; // what puts the pages first whose name the whole question is
const INSIDE = 0.6; // what a page gains whose name is a part of the question, where it is nearly all of it
const BONUS = 1; // and what it gains for each word of that name, as if it had another rare word
const ASKED = 1.2; // what a page gains that is of a kind that the question asks for
const KNOWN = 0.45; // of what a question's words say, what the known ones have to
const ABOUT = 0.4; // of what the best page has of a word, what a page has that is about it
const BASE = 0.2; // what a page has by containing the word at all; the rest is how well it does
const PLACE = "municipality";
// The matter itself comes before what is said about it, and that before pages that gather a little of everything.
const KINDS = {
  initiative: 1.1,
  agreement: 1.08,
  case: 1.05,
  item: 1.05,
  glossary_term: 1.05,
  meeting: 0.9,
  document: 0.9,
  follow_up: 0.9,
  appointment: 0.9,
  post: 0.9,
  grant: 0.9,
  municipality: 0.8,
};
// Of pages with one name the first of these is what is meant.
const FIRST = ["initiative", "municipality", "organization", "person", "agreement", "meeting", "case"];

/** How much a word says: the fewer pages have it, the more. */
export function rarity(term, size) {
  const count = Math.max(0, ...term.forms.filter((form) => form.how !== "alike").map((form) => form.count)) || size * 0.02;
  return Math.log(1 + size / (count + 1)) * (term.light ? LIGHT : term.mark ? MARK : 1);
}

/** Whether the known words of a question suffice: they say as much as the others, or name a page that is no place. */
export function isAnswerable(terms, vocabulary, named) {
  const heavy = terms.filter((term) => !term.light);
  const counting = heavy.length ? heavy : terms;
  const known = counting.filter((term) => term.forms.length);
  if (known.length === counting.length || !known.length) return known.length > 0;
  // Who asks for something in a place is not helped by the place alone.
  if ([...named.inside.keys()].some((page) => vocabulary.typeOf(page) !== PLACE)) return true;
  const said = known.reduce((sum, term) => sum + rarity(term, vocabulary.size), 0);
  return said >= KNOWN * (said + (counting.length - known.length) * Math.log(1 + vocabulary.size));
}

/** Of the pages that have a half of a compound that the index lacks, those that are about both halves, if it is all there is. */
export function aboutBoth(terms, found) {
  if (terms.some((term) => !term.light && !term.half)) return found;
  return found.map((pages, index) => {
    const halves = found.filter((_, other) => terms[index].half && terms[other].half === terms[index].half);
    const isAbout = (place) => halves.every((half) => (half.get(place)?.value.raw ?? 0) >= ABOUT);
    return halves.length ? new Map([...pages].filter(([place]) => isAbout(place))) : pages;
  });
}

const rankOf = (type) => 1 + (FIRST.includes(type) ? FIRST.length - FIRST.indexOf(type) : 0);

/** The pages in their order: [{place, score, share}]; `found` has for each term its forms' results by place. */
export function ranked(terms, found, vocabulary, named) {
  const pages = gathered(terms, found, vocabulary.size);
  const words = terms.filter((term) => !term.light).length || terms.length;
  const newness = newnessOf(vocabulary);
  for (const page of pages.values()) {
    const type = vocabulary.typeOf(page.place);
    const inside = named.inside.get(page.place) ?? 0;
    const isAsked = named.kinds.has(type);
    page.score += BONUS * inside;
    // What is explained, or who somebody is, has its own page; it has not to have the whole question.
    if (!(isAsked && inside)) page.score *= page.share;
    page.score *= (KINDS[type] ?? 1) * (1 + INSIDE * Math.min(1, inside / words)) * (isAsked ? ASKED : 1) * newness(page.place);
    if (named.whole.has(page.place)) page.score += NAMED * rankOf(type) + (vocabulary.children.get(page.place) ?? 0);
  }
  putBehind(pages, vocabulary.parents);
  return [...pages.values()].sort((one, other) => other.score - one.score || one.place - other.place);
}

/** Each page with the sum of what its words are worth, and the share of the question that it has. */
function gathered(terms, found, size) {
  const weights = terms.map((term) => rarity(term, size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pages = new Map();
  terms.forEach((_, index) => {
    for (const [place, { value }] of found[index]) {
      const page = pages.get(place) ?? { place, score: 0, share: 0 };
      page.score += weights[index] * (BASE + (1 - BASE) * value.raw) * value.weight;
      page.share += weights[index] / whole;
      pages.set(place, page);
    }
  });
  return pages;
}

/** What a page's score is multiplied by for its day. */
function newnessOf({ days }) {
  const known = days.filter((day) => day > 1);
  const oldest = known.reduce((a, b) => Math.min(a, b), Infinity);
  const newest = known.reduce((a, b) => Math.max(a, b), 0);
  return (place) => (days[place] > 1 && newest > oldest ? 1 + (RECENT * (days[place] - oldest)) / (newest - oldest) : 1);
}

/** A page that lists another one that answers too is not as good an answer. */
function putBehind(pages, parents) {
  for (const page of [...pages.values()]) {
    const parent = pages.get(parents[page.place] - 1);
    if (parent && parent.score < NAMED && !parent.lists) {
      parent.score *= LISTING;
      parent.lists = true;
    }
  }
}
