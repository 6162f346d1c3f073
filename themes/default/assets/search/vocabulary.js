// What the site knows before it asks Pagefind: the index's words, the pages in brief, names, words alike.
import { meanings, numbers, sortedWords, steps } from "./coding.js";
import { folded, spelled, stem } from "./words.js";

export const PLACE = "municipality"; // the type of the pages of places

/** Words by a key that begins with their first letter; a letter's words are read when the first of them is asked for. */
class ByKey {
  constructor(words, keyOf) {
    this.keyOf = keyOf;
    this.words = words;
    this.waiting = byLetter(words);
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

/** What a word or an expression is looked up by among the meanings. */
export function meaningKey(words) {
  return words.map(stem).join(" ");
}

/** The vocabulary of one language. Words are named by their place in `words`, pages by theirs in the index. */
export class Vocabulary {
  constructor(read) {
    this.words = sortedWords(read.words);
    this.counts = numbers(read.counts);
    this.spelled = this.words.map(spelled);
    this.days = steps(read.days);
    this.types = read.types;
    this.kinds = numbers(read.kinds);
    this.parents = steps(read.parents).map((up, place) => (up ? place - up + 1 : 0));
    this.children = new Map();
    for (const parent of this.parents) this.children.set(parent - 1, (this.children.get(parent - 1) ?? 0) + 1);
    this.alike = meanings(read.alike);
    this.light = new Set(read.light.map(spelled));
    this.common = new Set(read.common.split(" ")); // stems
    this.asks = read.asks.map(({ words, kinds }) => ({ words: words.map(spelled), kinds }));
    this.size = this.days.length;
    this.having = numbers(read.having); // bits of the parts that have a word; of a single part nothing is said
    this.names = new Map();
    const named = numbers(read.named);
    sortedWords(read.names).forEach((name, index) => put(this.names, name, named[index]));
    this.bySpelled = new ByKey(this.spelled, (word) => word);
    this.byStem = new ByKey(this.spelled, (_, index) => stem(this.words[index]));
    this.byFolded = new ByKey(this.spelled, folded);
    this.byFoldedStem = new ByKey(this.spelled, (_, index) => folded(stem(this.words[index])));
    this.made = {};
  }

  once(name, make) {
    return (this.made[name] ??= make());
  }

  get folded() {
    return this.once("folded", () => this.spelled.map(folded));
  }

  get foldedStems() {
    return this.once("foldedStems", () => this.words.map((word) => folded(stem(word))));
  }

  /** Whether the part of a number has all words of a text. */
  isIn(part, text) {
    return text.split(" ").every((word) => {
      const index = this.bySpelled.get(spelled(word))?.find((one) => this.words[one] === word);
      return index !== undefined && (!this.having.length || ((this.having[index] >> part) & 1) === 1);
    });
  }

  typeOf(place) {
    return this.types[this.kinds[place]];
  }

  /** The most frequent of some words first; `most` of them. */
  frequent(indexes, most = Infinity) {
    return [...indexes].sort((one, other) => this.counts[other] - this.counts[one] || one - other).slice(0, most);
  }
}
