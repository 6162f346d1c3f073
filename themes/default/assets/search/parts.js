// The parts of the index: what each has of a word, and what a result shows of its pages.
import { Numbered, cbor } from "./cbor.js";
import { numbers, sortedWords } from "./coding.js";
import { ofPagefind, unpacked } from "./program.js";

const LAST_SIGN = 0x10ffff;
const EXACT = 1e4; // what scores of two parts may differ in less, since Pagefind counts in single precision
const MARKS = /[\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]/gu; // what Pagefind takes out of words

/** The last text before another, in the order of their bytes. */
function before(text) {
  const last = text.codePointAt(text.length - 1);
  return text.slice(0, -1) + String.fromCodePoint(last - 1, LAST_SIGN);
}

/** What the program has to know of a part: its pages with their lengths, and its files from the first word to the last; both are called by their numbers. */
function headOf(lengths, files, fields) {
  const ends = files.map((first, number) => [first, files[number + 1] ? before(files[number + 1]) : String.fromCodePoint(LAST_SIGN), String(number)]);
  return cbor(["", new Numbered(lengths), ends, [], [], fields]); // of no version, and with neither filters nor orders
}

/** One part: the pages from `first` on, and the files of its index. */
class Part {
  constructor(program, folder, { first, lengths, words, fields, ranking }) {
    Object.assign(this, { program, folder, first, all: lengths.length, files: new Map() });
    const { init_pagefind: open, set_ranking_weights: rank } = program.exports;
    this.pointer = rank(open(...program.bytes(headOf(lengths, words, fields))), ...program.text(JSON.stringify(ranking)));
  }

  /** How rare a word is that so many pages have, as Pagefind has it: what it multiplies by, and parts must not differ in. */
  rarity(count) {
    return Math.log((this.all - count + 0.5) / (count + 0.5) + 1);
  }

  file(name) {
    if (!this.files.has(name)) {
      const loading = ofPagefind(`${this.folder}index/${name}`).then((data) => {
        const { load_index_chunk: load } = this.program.exports;
        this.pointer = load(this.pointer, ...this.program.bytes(data));
      });
      loading.catch(() => this.files.delete(name));
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  /** What a result shows of a page. */
  async page(place) {
    const data = await unpacked(`${this.folder}pages/${place - this.first}`);
    return JSON.parse(new TextDecoder().decode(data));
  }

  /** The pages that have a word, or words side by side: [{place, score, at}]. */
  async search(text, isPhrase) {
    const { exports } = this.program;
    const word = this.program.text.bind(this.program);
    const original = text.toLowerCase().replace(MARKS, "").trim();
    const plain = original.normalize("NFD").replace(/\p{M}/gu, "");
    await Promise.all(this.program.read(exports.request_indexes(this.pointer, ...word(plain))).map((name) => this.file(name)));
    const asked = [plain, original, "{}", ""].flatMap(word);
    const { results } = this.program.read(exports.search(this.pointer, ...asked, isPhrase, false));
    const rarity = isPhrase ? 1 : this.rarity(results.length);
    return results.map((one) => ({ place: this.first + Number(one.p), score: Math.round((one.s / rarity) * EXACT) / EXACT, at: one.l.map(({ l }) => l) }));
  }
}

/** The parts of an index, as the vocabulary tells of them. */
export function partsOf(program, folder, language, ranking, told) {
  const [lengths, words] = [numbers(told.lengths), sortedWords(told.files)];
  let [first, file] = [0, 0];
  return told.parts.map(([name, pages, files, fillers, filler, fields]) => {
    const own = Array.from({ length: pages + fillers }, (_, number) => (number < pages ? (lengths[first + number] ?? 0) : number === pages ? filler : 0));
    const part = new Part(program, `${folder}${name}/${language}/`, { first, lengths: own, words: words.slice(file, file + files), fields, ranking });
    [first, file] = [first + pages, file + files];
    return Object.assign(part, { end: first });
  });
}
