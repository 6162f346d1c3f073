// A text to its words, and a word to the keys under which it is found; generator/search/words.py does the same.
import { regular } from "./irregular.js";

const LONGEST = 40; // letters of a word; what is longer is no word
const RUN = /[\p{L}\p{N}]+(?:[-/.,:][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const NUMBERS = /[0-9]+(?:[-/.,:][0-9]+)+/g;
const HYPHENED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
const LETTERS = { å: "aa", æ: "ae", ø: "oe", ö: "oe", ä: "ae", ß: "ss", ð: "d", þ: "th" };
const PAIRS = { aa: "a", ae: "a", oe: "o" };
const LONGER_STEM = ["erede", "erens", "erets", "eren", "erer", "eres", "eret", "ere"]; // of levere the stem is lever
const ENDINGS = [...LONGER_STEM, "ernes", "edes", "enes", "erne", "ede", "ene", "ens", "ers", "ets", "en", "er", "es", "et", "e", "s"];
const DOUBLE = /([bcdfgklmnprst])\1$/;
const LATIN = /([ei])ums?$/; // museum is of museet and museer, gymnasium of gymnasiet
const OWN_ETT = /(?:([bcdfgklmnprst])\1|r)ett$/; // of ballet, and of indrette
export const LINKS = ["", "s", "e"]; // what stands between the parts of a compound
const ROOT = 4; // letters of a stem in which its last ones may be none of the root
const SHORTEST = 3; // letters that a stem keeps
// By their last letter, each with the letters that a stem keeps before it: every word of an index passes here.
const STRIPPED = ENDINGS.map((one) => [one, LONGER_STEM.includes(one) ? SHORTEST + 1 : SHORTEST]);
const ENDING_BY = new Map(ENDINGS.map((one) => [one.at(-1), STRIPPED.filter(([ending]) => ending.at(-1) === one.at(-1))]));
// Of a root of two letters an ending is known by what stands before its e: by of byer, uge of uger.
const SHORT = /^([a-z]([a-z]))e(?:r|rs|n|ns|t|ts|rne|rnes)$/;

/** Every word of a text in lower case, as the index has it: parts of what is joined, then the whole without its joints. */
export function wordsOf(text) {
  const words = [];
  for (const run of text.normalize("NFC").toLowerCase().match(RUN) ?? []) {
    const parts = run.match(PART);
    words.push(...parts);
    if (parts.length > 1) {
      const hyphened = (run.match(HYPHENED) ?? []).filter((one) => /\p{L}/u.test(one));
      for (const joined of [...(run.match(NUMBERS) ?? []), ...hyphened]) {
        words.push(joined.match(PART).join(""));
      }
    }
  }
  return words.filter((word) => [...word].length <= LONGEST);
}

/** The words of a text, without the wholes of what is joined. */
export function partsOf(text) {
  return wordsOf(text.replace(/[-/.,:]/g, " "));
}

/** A word in one spelling: å is aa, æ is ae, ø is oe, other letters lose their accents. */
export function spelled(word) {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  return word
    .replace(/[åæøöäßðþ]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** A word as someone types it who has no Danish letters: aa is a, ae is a, oe is o. */
export function folded(word) {
  return spelled(word).replace(/aa|ae|oe/g, (pair) => PAIRS[pair]);
}

/** Whether some letters are a Danish ending and no word. */
export function isEnding(letters) {
  return ENDINGS.includes(letters);
}

const isLong = (word, least) => spelled(word).length >= least;

/** A stem without the letters that come and go before an ending. */
function rooted(found, given) {
  let word = found;
  if (word.endsWith("itet")) word = word.slice(0, -2); // of kvaliteten, and kvalitet has lost its et as huset has
  else if (word.length >= ROOT + 3 && word.endsWith("ett") && !OWN_ETT.test(word)) word = word.slice(0, -3); // budgettet is of budget
  if (word.length > SHORTEST && (word.endsWith("tr") || word.endsWith("mr"))) word = word.slice(0, -1); // centre is of center, numre of nummer
  if (word.length > SHORTEST && DOUBLE.test(word)) word = word.slice(0, -1);
  // Regler is of regel, midler of middel; of bevægelse the el is no root's.
  return word.length > ROOT && word.endsWith("el") && !given.includes("else") ? word.replace(/([b-df-hj-np-tv-xz])\1?el$/, "$1l") : word;
}

/** A word without its Danish ending, in one spelling; numbers stay whole. */
export function stem(given) {
  let word = given;
  if (/\p{N}/u.test(word)) return spelled(word);
  word = regular(word).replace(LATIN, "$1et");
  const short = word.match(SHORT);
  if (short) return /[aeiouy]/.test(short[2]) ? short[1] : `${short[1]}e`;
  const ending = ENDING_BY.get(word.at(-1))?.find(([one, least]) => word.endsWith(one) && isLong(word.slice(0, -one.length), least));
  if (ending) word = word.slice(0, -ending[0].length);
  while (isLong(word, SHORTEST + 1) && (word.endsWith("s") || /[^ao]e$/.test(word))) word = word.slice(0, -1); // oe is an ø
  return rooted(spelled(word), given);
}
