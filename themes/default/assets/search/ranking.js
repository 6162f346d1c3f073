// What was found for each word to one order: how well, how rare the word, how much of the question and how close, how recent.
import { isInTitle, nearness } from "./nearness.js";
import { PLACE } from "./vocabulary.js";
import { stem } from "./words.js";

const LIGHT = 0.15; // what a word that says little counts
const COMMON = 0.5; // and one that is said of any subject
const LISTING = 0.8; // what a page keeps that lists a page which answers too
const MORE = 1.2; // times what the best page has that it lists, a page has that stands before it
const BEHIND = 0.999; // of what that page has, what others have that stand behind it
const RECENT = 0.06; // what the newest page gains over the oldest
const NAMED = 1000; // what puts the pages first whose name the whole question is
const INSIDE = 0.4; // what a page gains whose name is a part of the question, where it is nearly all of it
const BONUS = 1; // and what it gains for each word of that name, as if it had another rare word
const ELSEWHERE = 0.5; // what a page of a place keeps that the question neither names nor asks for: it has what holds for all places alike
const ASKED = 1.2; // what a page gains that is of a kind that the question asks for
const KNOWN = 0.5; // of what a question's words say, what a single known one has to
const TOLD = 4; // words from which on somebody tells of a thing, and does not name it
const HARDLY = 0.05; // of what the best page has of a word, what a page has that hardly has it
const ABOUT = 0.4; // of what the best page has of a word, what a page has that is about it
const TITLED = 1.15; // what a page gains whose title has all words of the question
const BASE = 0.2; // what a page has by containing the word at all; the rest is how well it does
const LOOKED_AT = 200; // pages, the best by their words, whose texts are looked at for how close the words stand
// The matter itself comes before what is said about it, and that before pages that gather a little of everything.
const KINDS = {
  initiative: 1.1,
  agreement: 1.08,
  case: 1.05,
  item: 1.05,
  glossary_term: 1.05,
  meeting: 0.9,
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
  const most = (forms) => forms.reduce((count, form) => Math.max(count, form.count), 0);
  const count = most(term.forms.filter((form) => form.how !== "alike")) || most(term.forms);
  return Math.log(1 + size / (count + 1)) * tellingOf(term);
}

/** What share of its rarity a word counts: one that is said of any subject is rare in a corpus by chance. */
function tellingOf({ light, common }) {
  if (light) return LIGHT;
  return common ? COMMON : 1;
}

/** Whether the known words of a question suffice: they say as much as the others, or name a page that is no place. */
export function isAnswerable(terms, vocabulary, named) {
  const heavy = terms.filter((term) => !term.light);
  const counting = heavy.length ? heavy : terms;
  const known = counting.filter((term) => term.forms.length);
  if (!known.length) return false;
  const namesPage = [...named.inside.keys()].some((page) => vocabulary.typeOf(page) !== PLACE);
  const about = known.filter((term) => !isPlace(term, vocabulary));
  // Who names a thing is not helped by what is only of its subject; who tells of it may be.
  if (!namesPage && terms.length < TOLD && about.length === 1 && isRelated(about[0])) return false;
  if (known.length === counting.length || namesPage) return true;
  // Who asks for something in a place is not helped by the place alone, nor by what is said of any subject.
  // Several known words confirm each other.
  const sum = (some) => some.reduce((all, term) => all + rarity(term, vocabulary.size), 0);
  const sure = about.filter((term) => !isGuessed(term));
  const said = (sum(about) + sum(sure)) / 2;
  const whole = sum(about) + sum(counting.filter((term) => !term.forms.length));
  return about.some((term) => !term.common) && said * Math.max(1, sure.length) >= KNOWN * whole;
}

/** Whether a word is known only by what is of its subject. */
const isRelated = ({ forms }) => forms.every(({ related }) => related);

/** Whether a word is known only as another one that may have been meant. */
const isGuessed = ({ forms }) => forms.every(({ how }) => how === "mistyped");

const isPlace = ({ text }, vocabulary) => vocabulary.names.get(stem(text))?.some((page) => vocabulary.typeOf(page) === PLACE);

/** Of the pages that have a half of a compound that the index lacks, those that are about both halves, if it is all there is. */
export function aboutBoth(terms, found) {
  if (terms.some((term) => !term.light && !term.half)) return found;
  return found.map((pages, index) => {
    const halves = found.filter((_, other) => terms[index].half && terms[other].half === terms[index].half);
    const isAbout = (place) => halves.every((half) => half.raw[place] >= ABOUT);
    return halves.length ? pages.only(isAbout) : pages;
  });
}

const rankOf = (type) => 1 + (FIRST.includes(type) ? FIRST.length - FIRST.indexOf(type) : 0);

/** The pages that have some of the question, in no order, by number what each is worth, and what share of the question it has; `found` has for each term its pages. */
export function ranked(terms, found, vocabulary, named) {
  const pages = gathered(terms, found, vocabulary);
  const { places, scores, shares } = pages;
  const words = terms.filter((term) => !term.light).length || terms.length;
  const newness = newnessOf(vocabulary);
  const near = nearnessOf(pages, terms, found, vocabulary.size);
  for (const place of places) {
    const type = vocabulary.typeOf(place);
    const inside = named.inside.get(place) ?? 0;
    const isAsked = named.kinds.has(type);
    let score = scores[place] + BONUS * inside;
    // What is explained, or who somebody is, has its own page; it has not to have the whole question.
    if (!(isAsked && inside)) score *= shares[place] * near(place);
    score *= (KINDS[type] ?? 1) * (1 + INSIDE * Math.min(1, inside / words)) * (isAsked ? ASKED : 1) * newness(place);
    if (type === PLACE && !inside && !isAsked) score *= ELSEWHERE;
    if (named.whole.has(place)) score += NAMED * rankOf(type) + (vocabulary.children.get(place) ?? 0);
    scores[place] = score;
  }
  putBehind(pages, vocabulary);
  return { ...pages, places: oncePerRecord(pages, vocabulary) };
}

/** How close each page has the question's words; a page whose text is not looked at has them as the least close one. */
function nearnessOf(pages, terms, found, size) {
  if (terms.length < 2) return () => 1;
  const asked = terms.map((term) => ({ light: term.light, number: /^[0-9]/.test(term.text), rarity: rarity(term, size) }));
  const heavy = asked.filter(({ light }) => !light).length;
  const known = new Map();
  for (const place of bestOf(pages)) {
    const read = asked.flatMap(({ light, number, rarity: most }, index) => {
      if (!found[index].has(place)) return [];
      return [{ index, light, number, at: found[index].at(place).map(({ words, weight }) => ({ words, worth: most * weight })) }];
    });
    known.set(place, nearness(read, terms.length) * (isInTitle(read, heavy) ? TITLED : 1));
  }
  const least = Math.min(1, ...known.values());
  return (place) => known.get(place) ?? least;
}

/** The pages that are the best by their words alone. */
function bestOf({ places, scores, shares }) {
  if (places.length <= LOOKED_AT) return places;
  const worth = Float64Array.from(places, (place) => scores[place] * shares[place]);
  const least = worth.slice().sort()[places.length - LOOKED_AT];
  const better = places.filter((_, index) => worth[index] > least);
  return [...better, ...places.filter((_, index) => worth[index] === least).slice(0, LOOKED_AT - better.length)];
}

/** The pages with the sum of what their words are worth, and the share of the question that each has. */
function gathered(terms, found, vocabulary) {
  const { size } = vocabulary;
  const weights = terms.map((term) => rarity(term, size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const [places, scores, shares, known] = [[], new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  terms.forEach((term, index) => {
    const least = isPlace(term, vocabulary) ? 1 : 0.5; // a page is of a place although it names it once
    const { raw, weight } = found[index];
    for (const place of found[index].places) {
      if (!known[place]) {
        known[place] = 1;
        places.push(place);
      }
      scores[place] += weights[index] * (BASE + (1 - BASE) * raw[place]) * weight[place];
      shares[place] += (weights[index] / whole) * Math.min(1, least + raw[place] / (2 * HARDLY));
    }
  });
  return { places, scores, shares, known };
}

/** What a page's score is multiplied by for its day. */
function newnessOf({ days }) {
  if (!newness.has(days)) newness.set(days, newnessIn(days));
  return newness.get(days);
}

const newness = new WeakMap(); // of the days of all pages, which are looked through once

function newnessIn(days) {
  const known = days.filter((day) => day > 1);
  const oldest = known.reduce((a, b) => Math.min(a, b), Infinity);
  const newest = known.reduce((a, b) => Math.max(a, b), 0);
  return (place) => (days[place] > 1 && newest > oldest ? 1 + (RECENT * (days[place] - oldest)) / (newest - oldest) : 1);
}

/** The page of the record whose long text a page is; any other page itself. */
const recordOf = (place, parents, kinds) => (parents[place] && kinds[parents[place] - 1] === kinds[place] ? parents[place] - 1 : place);

/** A record and its long text are two pages of one thing: the better one stands for both. */
function oncePerRecord({ places, scores }, { parents, kinds }) {
  const best = new Int32Array(scores.length).fill(-1);
  for (const place of places) {
    const record = recordOf(place, parents, kinds);
    const other = best[record];
    if (other < 0 || scores[place] > scores[other] || (scores[place] === scores[other] && place < other)) best[record] = place;
  }
  return places.filter((place) => best[recordOf(place, parents, kinds)] === place);
}

/** A page that lists another one that answers too is not as good an answer; where it has little more, it stands behind that. */
function putBehind({ places, scores, known }, { parents, kinds }) {
  const best = new Map(); // of each page that lists others what the best of these is worth
  for (const place of places) {
    const parent = parents[place] - 1;
    const lists = known[parent] && recordOf(place, parents, kinds) === place && scores[parent] < NAMED;
    if (lists) best.set(parent, Math.max(best.get(parent) ?? 0, scores[place]));
  }
  for (const [place, most] of best) {
    const own = scores[place] * LISTING;
    scores[place] = own < most * MORE ? Math.min(own, most * BEHIND) : own;
  }
}
