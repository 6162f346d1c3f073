// A word of a question to words of the index: as it is written, folded, inflected, as a part or a whole, mistyped.
import { others, sideBySide } from "./alike.js";
import { parts, partsMeant } from "./compound.js";
import { DANISH, forms, itself, MOST_FORMS, SHORT_PART, WEIGHTS } from "./forms.js";
import { mistyped } from "./mistyped.js";
import { meaningKey } from "./vocabulary.js";
import { folded, isEnding, LINKS, spelled, stem } from "./words.js";

const LONG = 9; // letters of a word in which one is easily wrong
const MOST_ENDS = 8;
const LONGEST_EXPRESSION = 5; // words
const SHORT_HEAD = 5; // of a word that others follow, and that is so typed to its end
const SURE_TAIL = 4; // letters of a stem that is known as the end of a word whose beginning is not
const SHORT_ROOT = 5; // letters of what a verb and its noun share
const FOREIGN = /er(?:e|er|es|et|ede|ing|ingen|inger)$/; // of kopiere and kopiering they are fewer
const MOST_DERIVED = 2;
const DERIVED = ["ning", "ering", "ing", "eri", "el", "er"]; // stems of -ning, -ering, -ing, -eri, -else; of -ere too
const PARTICIPLE = /^(.{3,}?)(?:ndes?|tes?|t)$/;
const BESIDE = 0.8; // what its own words count beside what an expression means

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
  const isWhole = stem(word) === spelled(word) && vocabulary.known?.has(word);
  const meant = isWhole ? found.filter((index) => goesOn(word, vocabulary.words[index], vocabulary)) : found;
  return forms(vocabulary.frequent(meant, MOST_FORMS), vocabulary, "begins");
}

/** Whether a word is one that is right with another word behind it; politisk is not of politi, nor gældende of gæld. */
function goesOn(word, longer, vocabulary) {
  const rest = stem(longer).slice(stem(word).length);
  return rest.length >= SHORT_PART && !vocabulary.light.has(rest);
}

/** Whether some letters are a word that another may begin with, as arbejds. */
function isHead(letters, vocabulary) {
  return LINKS.some((link) => letters.endsWith(link) && isKnown(letters.slice(0, letters.length - link.length), vocabulary));
}

const isKnown = (letters, vocabulary) => letters.length >= SHORT_PART && (vocabulary.bySpelled.has(letters) || vocabulary.byStem.has(stem(letters)));

/** Compounds that end with it. */
function ending(word, vocabulary) {
  const plain = stem(word);
  if (plain.length < SHORT_PART) return [];
  // Three letters are soon another word in other letters: haven is not hæve.
  const [spelling, all] = plain.length > SHORT_PART ? spellingOf(word) : [spelled, "spelled"];
  const end = spelling(plain);
  const isNoun = !/er(?:e|en|ne|s)?$/.test(word);
  const [found, unsure] = [[], []];
  vocabulary[all].forEach((one, index) => {
    const at = one.lastIndexOf(end);
    if (at < SHORT_PART || spelling(stem(one.slice(at))) !== end) return;
    // Of a verb it is no end: fest of manifestere; of a projektleder leder is.
    if (isNoun && /^ere/.test(one.slice(at + end.length))) return;
    (isHead(one.slice(0, at), vocabulary) ? found : unsure).push(index); // katte is no end of advokat
  });
  const likely = found.length || plain.length < SURE_TAIL ? found : unsure;
  return forms(vocabulary.frequent(likely, MOST_ENDS), vocabulary, "ends");
}

/** Words that begin with it, else those that end with it. */
function longer(word, vocabulary, isLast) {
  const found = beginning(word, vocabulary, isLast);
  return found.length ? found : ending(word, vocabulary);
}

/** The forms of the verb of a participle that no page has: sidder of siddende, bruge of brugt. */
function participle(word, vocabulary) {
  const root = spelled(word).match(PARTICIPLE)?.[1];
  return root ? itself(root, vocabulary).filter(({ how }) => how !== "folded").map((form) => ({ ...form, weight: WEIGHTS.inflected, how: "inflected" })) : [];
}

/** What a verb and its nouns have in common: evalu of evaluering and evalueres. */
function rootOf(end, least) {
  const ending = DERIVED.find((one) => end.endsWith(one) && end.length - one.length >= least);
  return ending ? end.slice(0, -ending.length) : end;
}

/** The stems of a verb and of its nouns. */
const relatives = (root) => ["", ...DERIVED, `${root.at(-1)}el`].map((one) => root + one);

/** The noun of a verb, and the other way round: evaluering of evalueres, ansøger of ansøgning. */
function derived(word, own, vocabulary) {
  const end = stem(word);
  const least = FOREIGN.test(word) ? SHORT_ROOT - 1 : SHORT_ROOT;
  const root = rootOf(end, least);
  if (root.length < least) return [];
  const had = new Set(own.map((form) => form.word));
  const stems = relatives(root).filter((one) => one !== end);
  const found = stems.flatMap((one) => vocabulary.byStem.get(one) ?? []).filter((index) => !had.has(vocabulary.words[index]));
  return forms(vocabulary.frequent(found, MOST_DERIVED), vocabulary, "derived");
}

/** A verb and a particle further on as one word, and its noun: nedrivning of "rive et hus ned". */
export function withParticle(word, particle, vocabulary) {
  const root = stem(word);
  if (root.length < SHORT_PART) return [];
  const found = relatives(spelled(particle) + root).flatMap((one) => vocabulary.byStem.get(one) ?? []);
  return forms(vocabulary.frequent(found, MOST_DERIVED), vocabulary, "derived");
}

/** The terms of words that mean something together: one, or one for each word that says something; of words that say little, as må man, it says no more than a common one. */
function expression(words, meant, vocabulary) {
  const saysLittle = (word) => vocabulary.light.has(spelled(word)) || vocabulary.common.has(stem(word));
  const heavy = words.filter((word) => !saysLittle(word)).map((word) => [word, itself(word, vocabulary).map((form) => ({ ...form, weight: BESIDE }))]);
  const known = heavy.filter(([, own]) => own.length);
  if (known.length > 1) return known.map(([word, own]) => ({ text: word, light: false, common: false, forms: [...meant, ...own] }));
  return [{ text: words.join(" "), light: false, common: !heavy.length, forms: [...meant, ...known.flatMap(([, own]) => own)] }];
}

/** The terms of a row of words: of those that mean something only together, as nej tak, one; else those of each word. */
export function termsOf(words, vocabulary) {
  const terms = [];
  for (let at = 0; at < words.length; ) {
    let end = Math.min(words.length, at + LONGEST_EXPRESSION);
    while (end > at + 1 && !vocabulary.alike.has(meaningKey(words.slice(at, end)))) end -= 1;
    const forms = end > at + 1 ? others(words.slice(at, end), vocabulary, WEIGHTS.same) : [];
    if (!forms.length) end = at + 1;
    terms.push(...(forms.length ? expression(words.slice(at, end), forms, vocabulary) : mapped(words[at], vocabulary, { isLast: at === words.length - 1 })));
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
  // Without one of two letters that are the same it has the stem of the word that is meant: fæles of fælles.
  const single = own.length || alike.length || !vocabulary.byStem.get(stem(word)) ? [] : mistyped(word, vocabulary, 1);
  if (single.length) return [term(single, { instead: single[0].word })];
  const nouns = light ? [] : derived(word, own, vocabulary);
  // Without its Danish letters it may be another word: spande, of skraldespande, is not spænde.
  if (own[0]?.how === "folded") own.push(...ending(word, vocabulary));
  if (own.some((form) => form.how === "same")) return [term([...own, ...nouns, ...alike])];
  if (alike.length) return [term([...own, ...nouns, ...(own.length ? [] : longer(word, vocabulary, isLast)), ...alike])];
  const split = mayBeApart ? apart(word, vocabulary) : [];
  if (own.length || nouns.length || light || common) return [term([...own, ...nouns, ...split])];
  const found = longer(word, vocabulary, isLast);
  if (found.length) return [term([...found, ...split])];
  if (vocabulary.known?.has(word)) return [term(split)]; // it is right, and no page has it
  const meant = mistyped(word, vocabulary);
  if (split.length) return [term([...split, ...meant], meant.length ? { instead: meant[0].word } : {})];
  // One wrong letter in a long word is likelier than a compound that no page has.
  const slip = word.length >= LONG ? mistyped(word, vocabulary, 1) : [];
  if (slip.length) return [term(slip, { instead: slip[0].word })];
  const two = parts(word, vocabulary);
  if (!two.length && !meant.length) two.push(...partsMeant(word, vocabulary));
  if (two.length) return two.map(({ forms: found, ...more }) => term(found, { half: word, ...more }));
  return [term(meant, meant.length ? { instead: meant[0].word } : {})];
}
