// What a word or an expression is also searched as: the words of documents for what people say.
import { itself } from "./forms.js";
import { meaningKey } from "./vocabulary.js";
import { spelled } from "./words.js";

const IS_RELATED = "~"; // what is of the same subject and not the same thing
const RELATED = 0.5; // what it counts of what the same thing does

/** Words of the index side by side; Pagefind is asked for them in quotes. None where it lacks one of them. */
export function sideBySide(halves, vocabulary) {
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
export function others(words, vocabulary, weight) {
  const meant = vocabulary.alike.get(meaningKey(words))?.split(",") ?? [];
  const formsOf = (one) => (one.includes(" ") ? sideBySide(one.split(" "), vocabulary) : mostFrequent(one, vocabulary));
  return meant.flatMap((one) => {
    const related = one.startsWith(IS_RELATED);
    return formsOf(one.slice(related ? IS_RELATED.length : 0)).map((form) => ({ ...form, weight: related ? weight * RELATED : weight, how: "alike", related }));
  });
}
