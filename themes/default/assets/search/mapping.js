// A word of a question to words of the index: as it is written, folded, inflected, as a part or a whole, mistyped.
import { distance } from "./distance.js";
import { meaningKey } from "./vocabulary.js";
import { folded, isEnding, spelled, stem } from "./words.js";

const MOST_FORMS = 4; // words of the index that are asked for one word of a question
const LONG = 9; // letters of a word in which one is easily wrong
const MOST_ENDS = 8;
const LONGEST_EXPRESSION = 5; // words
const SURE = 7; // letters of a word that is known without its first one
const SHORT_PART = 3;
const SHORT_HEAD = 5; // of a word that others follow, and that is so typed to its end
const SHORT_TAIL = 4;
const SHORT_ROOT = 5; // letters of what a verb and its noun share
const FOREIGN = /er(?:e|er|es|et|ede|ing|ingen|inger)$/; // of kopiere and kopiering they are fewer
const MOST_DERIVED = 2;
const DERIVED = ["ning", "ering", "ing", "eri", "el", "er"]; // stems of -ning, -ering, -ing, -eri, -else; of -ere too
const LINKS = ["", "s", "e"];
const BESIDE = 0.8; // what its own words count beside what an expression means
const WEIGHTS = { same: 1, inflected: 0.9, folded: 0.9, alike: 0.45, derived: 0.7, begins: 0.7, ends: 0.7, part: 0.8, mistyped: 0.8 };

const forms = (indexes, vocabulary, how) =>
  indexes.map((index) => ({ word: vocabulary.words[index], count: vocabulary.counts[index], weight: WEIGHTS[how], how }));

const DANISH = /[æøåÆØÅ]/;
const PLURAL = /[æø][b-df-hj-np-tv-xz]+er(?:s|ne|nes)?$/;
const PARTICIPLE = /^(.{3,})nde(?:s)?$/;
const DOUBLE = /([bcdfgklmnprst])\1(?:e|er|ers|en|ens|et|ets|ene|enes|erne|ernes|ede|es)?$/;

/** Whether two words of one stem are forms of one word: klub of klubben, and not sidder of side. */
function belong(one, other) {
  if (DOUBLE.test(one) === DOUBLE.test(other)) return true;
  const root = stem(one);
  return one === root || other === root;
}

/** The same word: as it is spelled, else without its ending, else without its Danish letters. */
function itself(word, vocabulary) {
  const plain = spelled(word);
  const same = vocabulary.bySpelled.get(plain) ?? [];
  const isLight = vocabulary.light.has(plain);
  const inflected = (vocabulary.byStem.get(stem(word)) ?? []).filter((index) => {
    const other = vocabulary.spelled[index];
    // What says little is no form of what says something: skal is not skalere.
    return !same.includes(index) && belong(plain, other) && isLight === vocabulary.light.has(other);
  });
  if (same.length + inflected.length) {
    const left = MOST_FORMS - same.length;
    return [...forms(same, vocabulary, "same"), ...forms(vocabulary.frequent(inflected, left), vocabulary, "inflected")];
  }
  // Who types Danish letters means them: kræft is not kraft.
  if (DANISH.test(word)) return [];
  const bare = folded(word);
  const bareStem = folded(stem(word));
  const found = vocabulary.byFolded.get(bare) ?? (bareStem.length > SHORT_PART ? vocabulary.byFoldedStem.get(bareStem) : undefined) ?? [];
  const alike = found.filter((index) => isLight === vocabulary.light.has(vocabulary.spelled[index]));
  return forms(vocabulary.frequent(alike, MOST_FORMS), vocabulary, "folded");
}

/** In what spelling a word is compared with others: who types Danish letters means them. */
const spellingOf = (word) => (DANISH.test(word) ? [spelled, "spelled"] : [folded, "folded"]);

/** Words that begin with it: the last word is perhaps not typed to its end. */
function beginning(word, vocabulary, isLast) {
  const [spelling, all] = spellingOf(word);
  const bare = spelling(word);
  if (bare.length < (isLast ? SHORT_PART : SHORT_HEAD)) return [];
  const found = [];
  vocabulary[all].forEach((one, index) => {
    if (one.startsWith(bare)) found.push(index);
  });
  return forms(vocabulary.frequent(found, MOST_FORMS), vocabulary, "begins");
}

/** Compounds that end with it. */
function ending(word, vocabulary) {
  const plain = stem(word);
  if (plain.length < SHORT_PART) return [];
  // Three letters are soon another word in other letters: haven is not hæve.
  const [spelling, all] = plain.length > SHORT_PART ? spellingOf(word) : [spelled, "spelled"];
  const end = spelling(plain);
  const isNoun = !/er(?:e|en|ne|s)?$/.test(word);
  const found = [];
  vocabulary[all].forEach((one, index) => {
    const at = one.lastIndexOf(end);
    if (at < SHORT_PART || spelling(stem(one.slice(at))) !== end) return;
    // Of a verb it is no end: fest of manifestere; of a projektleder leder is.
    if (isNoun && /^ere/.test(one.slice(at + end.length))) return;
    found.push(index);
  });
  return forms(vocabulary.frequent(found, MOST_ENDS), vocabulary, "ends");
}

/** The forms of the verb of a participle that no page has: sidder of siddende. */
function participle(word, vocabulary) {
  const root = spelled(word).match(PARTICIPLE)?.[1];
  return root ? itself(root, vocabulary).filter(({ how }) => how !== "folded").map((form) => ({ ...form, weight: WEIGHTS.inflected, how: "inflected" })) : [];
}

/** The two known words that a compound is put together of, the longer tail first; the tail is what it is about. */
function parts(word, vocabulary) {
  for (let at = SHORT_PART; at <= word.length - SHORT_TAIL; at += 1) {
    const tail = itself(word.slice(at), vocabulary);
    if (!tail.length || vocabulary.light.has(spelled(word.slice(at)))) continue;
    for (const link of LINKS) {
      const head = word.slice(0, at);
      if (!head.endsWith(link) || head.length - link.length < SHORT_PART) continue;
      const first = itself(head.slice(0, head.length - link.length), vocabulary);
      if (first.length) return [first, tail].map((one) => one.map((form) => ({ ...form, weight: WEIGHTS.part, how: "part" })));
    }
  }
  return [];
}

function mostWrong(length) {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** The known words that somebody meant who typed a letter wrong, or `limit`: the nearest, of these the most frequent. */
function mistyped(word, vocabulary, limit = Infinity) {
  const bare = folded(word);
  let most = Math.min(limit, mostWrong(bare.length));
  if (!most || /[0-9]/.test(bare)) return [];
  let found = [];
  const [end, ends] = [folded(stem(word)), vocabulary.foldedStems];
  const mostInStem = mostWrong(end.length);
  // Who types Danish letters means them, but for a plural with another vowel: bøger of bog.
  const isMeant = DANISH.test(word) && !PLURAL.test(word);
  vocabulary.folded.forEach((one, index) => {
    if (one.length < SHORT_TAIL || /[0-9]/.test(one) || vocabulary.light.has(vocabulary.spelled[index])) return;
    // The word may be typed wrong in a form that no page has.
    const inStem = mostInStem ? distance(end, ends[index], Math.min(most, mostInStem)) : most + 1;
    const wrong = Math.min(distance(bare, one, most), inStem > mostInStem ? most + 1 : inStem);
    if (wrong === 0 && isMeant) return;
    // The first letter is seldom wrong, and in a short word another one makes another word: hunde is not runde.
    if (wrong > most || (one[0] !== bare[0] && (wrong > 1 || bare.length < SURE))) return;
    if (wrong < most) [most, found] = [wrong, []];
    found.push(index);
  });
  // Of the nearest those with the same first letter, which is seldom wrong.
  const alike = found.filter((index) => vocabulary.folded[index][0] === bare[0]);
  const best = vocabulary.frequent(alike.length ? alike : found, 1);
  return best.flatMap((index) => itself(vocabulary.words[index], vocabulary)).map((form) => ({ ...form, weight: WEIGHTS.mistyped, how: "mistyped" }));
}

/** What a verb and its nouns have in common: evalu of evaluering and evalueres. */
function rootOf(end, least) {
  const ending = DERIVED.find((one) => end.endsWith(one) && end.length - one.length >= least);
  return ending ? end.slice(0, -ending.length) : end;
}

/** The noun of a verb, and the other way round: evaluering of evalueres, ansøger of ansøgning. */
function derived(word, own, vocabulary) {
  const end = stem(word);
  const least = FOREIGN.test(word) ? SHORT_ROOT - 1 : SHORT_ROOT;
  const root = rootOf(end, least);
  if (root.length < least) return [];
  const had = new Set(own.map((form) => form.word));
  const stems = ["", ...DERIVED, `${root.at(-1)}el`].map((one) => root + one).filter((one) => one !== end);
  const found = stems.flatMap((one) => vocabulary.byStem.get(one) ?? []).filter((index) => !had.has(vocabulary.words[index]));
  return forms(vocabulary.frequent(found, MOST_DERIVED), vocabulary, "derived");
}

/** Words of the index side by side; Pagefind is asked for them in quotes. None where it lacks one of them. */
function sideBySide(halves, vocabulary) {
  const found = halves.map((half) => vocabulary.bySpelled.get(spelled(half))?.[0]);
  if (found.includes(undefined)) return [];
  const count = Math.ceil(Math.min(...found.map((index) => vocabulary.counts[index])) / 2);
  return [{ word: `"${found.map((index) => vocabulary.words[index]).join(" ")}"`, count, halves }];
}

/** The form of a meaning that most pages have, as a list; the list of meanings has no word with an article: orden is not ord. */
function mostFrequent(word, vocabulary) {
  const plain = spelled(word);
  const own = itself(word, vocabulary).filter((form) => !plain.endsWith("en") || spelled(form.word).startsWith(plain));
  return own.reduce(([most], form) => [most?.count >= form.count ? most : form], []);
}

/** What a word or an expression is also searched as; the more where no page has itself. */
function others(words, vocabulary, weight) {
  const meant = vocabulary.alike.get(meaningKey(words)) ?? [];
  const found = meant.flatMap((one) => (one.includes(" ") ? sideBySide(one.split(" "), vocabulary) : mostFrequent(one, vocabulary)));
  return found.map((form) => ({ ...form, weight, how: "alike" }));
}

/** The term of words that mean something together; of words that say little, as må man, it says no more than a common one. */
function expression(words, forms, vocabulary) {
  const common = words.every((word) => vocabulary.light.has(spelled(word)) || vocabulary.common.has(stem(word)));
  const heavy = words.filter((word) => !vocabulary.light.has(spelled(word)) && !vocabulary.common.has(stem(word)));
  const own = heavy.flatMap((word) => itself(word, vocabulary)).map((form) => ({ ...form, weight: BESIDE }));
  return { text: words.join(" "), light: false, common, forms: [...forms, ...own] };
}

/** The terms of a row of words: of those that mean something only together, as nej tak, one; else those of each word. */
export function termsOf(words, vocabulary) {
  const terms = [];
  for (let at = 0; at < words.length; ) {
    let end = Math.min(words.length, at + LONGEST_EXPRESSION);
    while (end > at + 1 && !vocabulary.alike.has(meaningKey(words.slice(at, end)))) end -= 1;
    const forms = end > at + 1 ? others(words.slice(at, end), vocabulary, WEIGHTS.same) : [];
    if (!forms.length) end = at + 1;
    terms.push(...(forms.length ? [expression(words.slice(at, end), forms, vocabulary)] : mapped(words[at], vocabulary, { isLast: at === words.length - 1 })));
    at = end;
  }
  return terms;
}

/** A word that the index writes as two: Pagefind is asked for them side by side. */
function apart(word, vocabulary) {
  for (let at = SHORT_PART - 1; at <= word.length - SHORT_PART + 1; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (vocabulary.light.has(spelled(halves[1])) || isEnding(halves[1])) continue;
    const found = sideBySide(halves, vocabulary);
    if (found.length) return found.map((form) => ({ ...form, weight: WEIGHTS.part, how: "apart" }));
  }
  return [];
}

/** What to ask the index for one word: terms, each a list of forms; two where it is a compound that the index lacks. */
export function mapped(word, vocabulary, { mayBeApart = true, isLast = false } = {}) {
  const own = itself(word, vocabulary);
  const alike = others([word], vocabulary, own.length ? WEIGHTS.alike : WEIGHTS.same);
  const [light, common] = [vocabulary.light.has(spelled(word)), vocabulary.common.has(stem(word))];
  const term = (found, more = {}) => ({ text: word, light, common, forms: found, ...more });
  if (!own.length) own.push(...participle(word, vocabulary));
  const nouns = light ? [] : derived(word, own, vocabulary);
  // Without its Danish letters it may be another word: spande, of skraldespande, is not spænde.
  if (own[0]?.how === "folded") own.push(...ending(word, vocabulary));
  if (own.some((form) => form.how === "same") || alike.length) return [term([...own, ...nouns, ...alike])];
  const split = mayBeApart ? apart(word, vocabulary) : [];
  if (own.length || nouns.length || light || common) return [term([...own, ...nouns, ...split])];
  for (const way of [beginning, ending]) {
    const found = way(word, vocabulary, isLast);
    if (found.length) return [term([...found, ...split])];
  }
  const meant = mistyped(word, vocabulary);
  if (split.length) return [term([...split, ...meant], meant.length ? { instead: meant[0].word } : {})];
  // One wrong letter in a long word is likelier than a compound that no page has.
  const slip = word.length >= LONG ? mistyped(word, vocabulary, 1) : [];
  if (slip.length) return [term(slip, { instead: slip[0].word })];
  const two = parts(word, vocabulary);
  if (two.length) return two.map((found) => term(found, { half: word }));
  return [term(meant, meant.length ? { instead: meant[0].word } : {})];
}
