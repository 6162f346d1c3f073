// A word that no page has to the words of the index that somebody meant who typed a letter wrong.
import { distance } from "./distance.js";
import { itself, WEIGHTS } from "./forms.js";
import { folded, stem } from "./words.js";

const SURE = 7; // letters of a word that is known without its first one
const SHORTEST = 4; // letters of a word that may be meant
const danishIn = (word) => word.match(/[æøå]/gi)?.length ?? 0;

function mostWrong(length) {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** The known words that somebody meant who typed a letter wrong, or `limit`: the nearest, of these the most frequent. */
export function mistyped(word, vocabulary, limit = Infinity) {
  const bare = folded(word);
  let most = Math.min(limit, mostWrong(bare.length));
  if (!most || /[0-9]/.test(bare)) return [];
  let found = [];
  const [end, ends] = [folded(stem(word)), vocabulary.foldedStems];
  const mostInStem = mostWrong(end.length);
  const meant = danishIn(word); // who types Danish letters means them
  vocabulary.folded.forEach((one, index) => {
    if (one.length < SHORTEST || /[0-9]/.test(one) || vocabulary.light.has(vocabulary.spelled[index])) return;
    // The word may be typed wrong in a form that no page has.
    const inStem = mostInStem ? distance(end, ends[index], Math.min(most, mostInStem)) : most + 1;
    const wrong = Math.min(distance(bare, one, most), inStem > mostInStem ? most + 1 : inStem);
    if (wrong === 0 && meant && danishIn(vocabulary.words[index]) !== meant) return;
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
