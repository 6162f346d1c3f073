// What the site knows before it asks Pagefind: the index's words, the pages in brief, names, words alike.
import { numbers, risingNumbers, sortedWords } from "./coding.js";
import { folded, spelled, stem } from "./words.js";

function grouped(words, keyOf) {
  const groups = new Map();
  words.forEach((word, index) => {
    const key = keyOf(word, index);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}

/** The vocabulary of one language. Words are named by their place in `words`, pages by theirs in the index. */
export class Vocabulary {
  constructor(read) {
    this.words = sortedWords(read.words);
    this.counts = numbers(read.counts);
    this.spelled = this.words.map(spelled);
    this.days = numbers(read.days);
    this.types = read.types;
    this.kinds = numbers(read.kinds);
    this.parents = numbers(read.parents);
    this.children = new Map();
    for (const parent of this.parents) this.children.set(parent - 1, (this.children.get(parent - 1) ?? 0) + 1);
    this.alike = new Map(Object.entries(read.alike).map(([word, others]) => [spelled(word), others]));
    this.light = new Set(read.light.map(spelled));
    this.size = this.days.length;
    this.digits = read.digits;
    this.places = new Map(risingNumbers(read.ids).map((id, place) => [id, place]));
    const named = numbers(read.named);
    this.names = new Map();
    sortedWords(read.names).forEach((name, index) => this.names.set(name, [...(this.names.get(name) ?? []), named[index]]));
    this.bySpelled = grouped(this.spelled, (word) => word);
    this.byStem = grouped(this.spelled, stem);
    this.made = {};
  }

  once(name, make) {
    return (this.made[name] ??= make());
  }

  get folded() {
    return this.once("folded", () => this.words.map(folded));
  }

  get foldedStems() {
    return this.once("foldedStems", () => this.folded.map(stem));
  }

  get byFolded() {
    return this.once("byFolded", () => grouped(this.folded, (word) => word));
  }

  get byFoldedStem() {
    return this.once("byFoldedStem", () => grouped(this.foldedStems, (word) => word));
  }

  /** The place of the page that Pagefind calls so, undefined for none. */
  placeOf(id) {
    return this.places.get(parseInt(id.slice(id.indexOf("_") + 1).slice(0, this.digits).padEnd(this.digits, "0"), 16));
  }

  typeOf(place) {
    return this.types[this.kinds[place]];
  }

  /** The most frequent of some words first; `most` of them. */
  frequent(indexes, most = Infinity) {
    return [...indexes].sort((one, other) => this.counts[other] - this.counts[one] || one - other).slice(0, most);
  }
}
