// What the site knows before it asks Pagefind: the index's words, the pages in brief, names, words alike.
import { meanings, numbers, sortedWords, steps } from "./coding.js";
import { folded, spelled, stem } from "./words.js";

const AT_ONCE = 200; // words whose stems are made in one go: a few milliseconds of a slow phone
const MOST_ROWS = 4; // in which the words of a phrase are looked for
export const PLACE = "municipality"; // the type of the pages of places

/** Words by a key that begins with their first letter; a letter's words are read when the first of them is asked for. */
class ByKey {
  constructor(words, waiting, keyOf) {
    this.keyOf = keyOf;
    this.words = words;
    this.waiting = waiting; // the words of each letter
    this.letters = new Map();
  }

  get(key) {
    const letter = key[0];
    if (!this.letters.has(letter)) {
      const groups = new Map();
      for (const index of this.waiting.get(letter) ?? []) put(groups, this.keyOf(this.words[index], index), index);
      this.letters.set(letter, groups);
    }
    return this.letters.get(letter).get(key);
  }

  has(key) {
    return this.get(key) !== undefined;
  }
}

function put(groups, key, value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function byLetter(words) {
  const letters = new Map();
  words.forEach((word, index) => put(letters, word[0], index));
  return letters;
}

/** What is done to each of some words letter by letter, done to all at once, which is quicker. */
const each = (change, words) => (words.length ? change(words.join("\n")).split("\n") : []);

/** What a word or an expression is looked up by among the meanings. */
export function meaningKey(words) {
  return words.map(stem).join(" ");
}

/** The vocabulary of one language. Words are named by their place in `words`, pages by theirs in the index. */
export class Vocabulary {
  constructor(read) {
    this.words = sortedWords(read.words);
    this.counts = numbers(read.counts);
    this.spelled = each(spelled, this.words);
    this.read = read;
    this.types = read.types;
    this.alike = meanings(read.alike);
    this.light = new Set(read.light.map(spelled));
    this.common = new Set(read.common.split(" ")); // stems
    this.asks = read.asks.map(({ words, kinds }) => ({ words: words.map(spelled), kinds }));
    this.size = read.parts.reduce((sum, [, count]) => sum + count, 0);
    this.stems = steps(read.stems); // of each word the number of its stem, by which the index has it
    const letters = byLetter(this.spelled);
    const by = (keyOf) => new ByKey(this.spelled, letters, keyOf);
    this.bySpelled = by((word) => word);
    this.byStem = by((_, index) => stem(this.words[index]));
    this.byFolded = by(folded);
    this.byFoldedStem = by((_, index) => folded(stem(this.words[index])));
    this.stemmed = []; // the folded stems of the first words
  }

  // What is told of every page, and their names, is read when it is asked for: much of it only while the index is on its way.

  /** The pages of each name. */
  get names() {
    return this.once("names", () => {
      const names = new Map();
      const named = numbers(this.read.named);
      sortedWords(this.read.names).forEach((name, index) => put(names, name, named[index]));
      return names;
    });
  }

  get days() {
    return this.once("days", () => steps(this.read.days));
  }

  get kinds() {
    return this.once("kinds", () => numbers(this.read.kinds));
  }

  get parents() {
    return this.once("parents", () => steps(this.read.parents).map((up, place) => (up ? place - up + 1 : 0)));
  }

  /** Made once, and from then on a plain value: the order of pages looks at some for every page. */
  once(name, make) {
    const value = make();
    Object.defineProperty(this, name, { value });
    return value;
  }

  /** Of each page that has others below it their number. */
  get children() {
    return this.once("children", () => {
      const counts = new Map();
      for (const parent of this.parents) counts.set(parent - 1, (counts.get(parent - 1) ?? 0) + 1);
      return counts;
    });
  }

  /** What makes, a little at a time, all that is made when it is asked for: who types does not wait for it then. */
  preparations() {
    const rows = ["names", "days", "kinds", "parents", "children", "folded"].map((name) => () => this[name]);
    const pieces = Array.from({ length: Math.ceil(this.words.length / AT_ONCE) }, (_, piece) => () => this.stemsUntil((piece + 1) * AT_ONCE));
    return [...rows, ...pieces];
  }

  get folded() {
    return this.once("folded", () => each(folded, this.spelled));
  }

  get foldedStems() {
    return this.stemsUntil(this.words.length);
  }

  /** The folded stems of as many words, or of more. */
  stemsUntil(count) {
    for (const word of this.words.slice(this.stemmed.length, count)) this.stemmed.push(folded(stem(word)));
    return this.stemmed;
  }

  /** The number of the stem of a word, if the index has the word. */
  stemOf(word) {
    return this.stems[this.bySpelled.get(spelled(word))?.find((one) => this.words[one] === word)];
  }

  /** A row of words in the spellings that the index has of them, with stems of their own: en and én; not more than a few rows. */
  spellings(row) {
    return row.reduce(
      (rows, word) => {
        const alike = (this.bySpelled.get(spelled(word)) ?? []).map((index) => this.words[index]);
        const others = alike.filter((other) => this.stemOf(other) !== this.stemOf(word));
        return rows.flatMap((before) => [word, ...others].map((one) => [...before, one])).slice(0, MOST_ROWS);
      },
      [[]],
    );
  }

  typeOf(place) {
    return this.types[this.kinds[place]];
  }

  /** The most frequent of some words first; `most` of them. */
  frequent(indexes, most = Infinity) {
    return [...indexes].sort((one, other) => this.counts[other] - this.counts[one] || one - other).slice(0, most);
  }
}
