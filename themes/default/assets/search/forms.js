// A word of a question to those of the index that are the same word, in any of its forms.
import { folded, spelled, stem } from "./words.js";

export const SHORT_PART = 3;
export const MOST_FORMS = 4; // words of the index that are asked for one word of a question
export const WEIGHTS = { same: 1, inflected: 0.9, folded: 0.9, alike: 0.45, derived: 0.7, begins: 0.7, ends: 0.7, part: 0.8, mistyped: 0.8 };
export const DANISH = /[æøåÆØÅ]/;
const DOUBLE = /([bcdfgklmnprst])\1(?:e|er|ers|en|ens|et|ets|ene|enes|erne|ernes|ede|es)?$/;

/** Some words of the index, each with what it counts. */
export const forms = (indexes, vocabulary, how) =>
  indexes.map((index) => ({ word: vocabulary.words[index], count: vocabulary.counts[index], weight: WEIGHTS[how], how }));

/** Whether two words of one stem are forms of one word: klub of klubben, and not sidder of side. */
function belong(one, other) {
  if (DOUBLE.test(one) === DOUBLE.test(other)) return true;
  const root = stem(one);
  return one === root || other === root;
}

/** The same word: as it is spelled, else without its ending, else without its Danish letters. */
export function itself(word, vocabulary) {
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
