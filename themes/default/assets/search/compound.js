// A compound that the index lacks to the two words that it is put together of.
import { others } from "./alike.js";
import { itself, SHORT_PART, WEIGHTS } from "./forms.js";
import { mistyped } from "./mistyped.js";
import { LINKS, spelled, stem } from "./words.js";

const SHORT_TAIL = 4;
const SURE = 5; // letters of a half beside which, or in which, a letter may be wrong
const NO_WORD = /^(?:løse?|fri|bare?|agtige?|mæssige?)$/; // as the end of another word

/** What a half of a compound is: a word that says something, and no ending such as -løs. */
function half(word, vocabulary) {
  if (vocabulary.light.has(spelled(word)) || NO_WORD.test(word)) return [];
  const own = itself(word, vocabulary);
  return own.length ? own : others([word], vocabulary, WEIGHTS.same).filter(({ related }) => !related);
}

/** A half as what is asked for: folk of asylfolk says as little there as it does alone. */
const partOf = (letters, found, vocabulary) => ({
  common: vocabulary.common.has(stem(letters)),
  forms: found.map((form) => ({ ...form, weight: WEIGHTS.part, how: "part" })),
});

/** The two known words that a compound is put together of, the longer tail first; the tail is what it is about. */
export function parts(word, vocabulary) {
  for (let at = SHORT_PART; at <= word.length - SHORT_TAIL; at += 1) {
    const tail = half(word.slice(at), vocabulary);
    if (!tail.length) continue;
    for (const link of LINKS) {
      const head = word.slice(0, at);
      if (!head.endsWith(link) || head.length - link.length < SHORT_PART) continue;
      const begun = head.slice(0, head.length - link.length);
      const first = half(begun, vocabulary);
      if (first.length) return [partOf(begun, first, vocabulary), partOf(word.slice(at), tail, vocabulary)];
    }
  }
  return [];
}

/** Whether some letters are a word, of the index or another one that is known to be right. */
const isWord = (letters, vocabulary) => vocabulary.known?.has(letters) || half(letters, vocabulary).length > 0;

/** Whether a word is put together of two that are right: kræftbehandling, of which no page may have the first. */
function isRight(word, vocabulary) {
  for (let at = SHORT_PART; at <= word.length - SHORT_TAIL; at += 1) {
    const head = word.slice(0, at);
    const heads = LINKS.filter((link) => head.endsWith(link)).map((link) => head.slice(0, at - link.length));
    if (isWord(word.slice(at), vocabulary) && heads.some((one) => one.length >= SHORT_PART && isWord(one, vocabulary))) return true;
  }
  return false;
}

/** The same where a letter of one half is wrong: sluknings of slukingsaftale. */
export function partsMeant(word, vocabulary) {
  if (isRight(word, vocabulary)) return [];
  for (let at = SURE; at <= word.length - SURE; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    for (const wrong of [0, 1]) {
      const right = half(halves[1 - wrong], vocabulary);
      if (!right.length || isWord(halves[wrong], vocabulary)) continue;
      const meant = mistyped(halves[wrong], vocabulary, 1);
      if (!meant.length) continue;
      const link = !wrong && halves[0].endsWith("s") && !meant[0].word.endsWith("s") ? "s" : "";
      halves[wrong] = meant[0].word;
      const found = wrong ? [right, meant] : [meant, right];
      return found.map((forms, index) => ({ ...partOf(halves[index], forms, vocabulary), instead: halves.join(link) }));
    }
  }
  return [];
}
