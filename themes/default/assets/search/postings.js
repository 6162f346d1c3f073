// Which pages have a word, how much each says it, and where; generator/search/shelves.py writes the files.
import { numbers } from "./coding.js";
import { unpacked } from "./loading.js";

// How much a page says a word, to a score (BM25): the more often, the more, but less and less, and less on a long page.
// The matter itself is a long page, though: its length must not put it behind the many short pages that mention it.
const SATURATION = 1.4;
const LENGTH = 0.3;
const IN_TITLE = 64; // is added to the weight of a word that a page's title has
const TITLE = 0.6;
const SIZE = 256; // bytes, in which the sizes of files are told
const LONGER = 0.03; // of a word that begins with the one that is asked for

/** Numbers of seven bits a byte, read one after another. */
class Reader {
  constructor(data, at = 0) {
    Object.assign(this, { data, at });
  }

  number() {
    let byte = this.data[this.at++];
    let found = byte & 127;
    for (let bits = 7; byte > 127; bits += 7) {
      byte = this.data[this.at++];
      found |= (byte & 127) << bits;
    }
    return found;
  }

  /** Go past so many numbers. */
  skip(count) {
    let { at } = this;
    for (let left = count; left > 0; at += 1) if (!(this.data[at] > 127)) left -= 1;
    this.at = at;
  }

  bytes(count) {
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }
}

/** The pages of a stem: `pages` are their numbers, `scores` how well each has it; `at` says where, once that is loaded. */
export class Postings {
  constructor(pages, scores, longer) {
    Object.assign(this, { pages, scores, longer, bytes: null, starts: null });
  }

  /** The places of the stem in a page. */
  at(page) {
    return this.atIndex(indexOf(this.pages, page));
  }

  /** The places of the stem in the page that is the `index`th here. */
  atIndex(index) {
    if (!this.starts || index < 0) return [];
    const reader = new Reader(this.bytes, this.starts[index]);
    const places = [];
    for (let left = reader.number(), place = 0; left > 0; left -= 1) places.push((place += reader.number()));
    return places;
  }
}

/** Which of ascending numbers one is; below nought where it is none of them. */
function indexOf(numbers, wanted) {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] === wanted) return middle;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The files of an index, as the vocabulary tells of them. */
export class Shelves {
  constructor(folder, told) {
    this.folder = folder;
    this.starts = [0]; // the number of the first stem of each file
    for (const count of numbers(told.files)) this.starts.push(this.starts.at(-1) + count);
    this.sizes = { words: numbers(told.sizes.words), places: numbers(told.sizes.places) };
    this.lengths = told.lengths;
    this.files = new Map();
  }

  /** Of each page what its length takes from a word. */
  get least() {
    if (!this.made) {
      const lengths = numbers(this.lengths);
      const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
      this.made = Float32Array.from(lengths, (length) => SATURATION * (1 - LENGTH + (LENGTH * length) / average));
    }
    return this.made;
  }

  /** The pages of a stem. */
  async words(stem) {
    return withLonger(await this.stemsBeside(stem), stem - this.starts[this.numberOf(stem)]);
  }

  /** The stems that are in one file with a stem. */
  stemsBeside(stem) {
    return this.once(this.fileOf("words", stem), (data) => this.wordsIn(data, this.numberOf(stem)));
  }

  /** The pages of a stem, with the places that it has in each. */
  async places(stem) {
    const stems = this.stemsBeside(stem);
    await this.once(this.fileOf("places", stem), async (data) => placesIn(data, await stems));
    return (await stems)[stem - this.starts[this.numberOf(stem)]];
  }

  /** The name of a stem's file of words, or of places. */
  fileOf(kind, stem) {
    return `${kind}/${this.numberOf(stem)}`;
  }

  /** The bytes of a file, roughly. */
  sizeOf(name) {
    const [kind, number] = name.split("/");
    return this.sizes[kind][number] * SIZE;
  }

  numberOf(stem) {
    let [low, high] = [0, this.starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= stem) low = middle;
      else high = middle;
    }
    return low;
  }

  once(name, read) {
    if (!this.files.has(name)) {
      const loading = unpacked(this.folder + name)
        .then((answer) => answer.arrayBuffer())
        .then((data) => read(new Uint8Array(data)));
      loading.catch(() => this.files.delete(name));
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  wordsIn(data, file) {
    const reader = new Reader(data);
    return Array.from({ length: this.starts[file + 1] - this.starts[file] }, () => {
      const longer = reader.number();
      const pages = new Uint32Array(reader.number());
      for (let index = 0, page = 0; index < pages.length; index += 1) pages[index] = page += reader.number();
      return new Postings(pages, this.scored(pages, reader.bytes(pages.length)), longer);
    });
  }

  scored(pages, weights) {
    const { least } = this;
    const scores = new Float32Array(pages.length);
    for (let index = 0; index < scores.length; index += 1) {
      const weight = weights[index];
      const often = (weight & (IN_TITLE - 1)) / 2;
      scores[index] = ((SATURATION + 1) * often) / (least[pages[index]] + often) + (weight & IN_TITLE ? TITLE : 0);
    }
    return scores;
  }
}

/** A stem together with those that begin with it, as far as they are in the file that it is in, and so cost nothing more to load. */
function withLonger(stems, number) {
  const own = stems[number];
  if (!own.longer) return own;
  const [pages, scores] = [Array.from(own.pages), Array.from(own.scores)];
  const places = new Map(pages.map((page, place) => [page, place]));
  for (const other of stems.slice(number + 1, number + 1 + own.longer)) {
    other.pages.forEach((page, index) => {
      if (!places.has(page)) {
        places.set(page, scores.length);
        pages.push(page);
        scores.push(0);
      }
      scores[places.get(page)] += LONGER * other.scores[index];
    });
  }
  return { pages, scores, at: (page) => own.at(page) };
}

/** Adds where each page has the stems of a file; which of the bytes are a page's is noted, and they are read when it is looked at. */
function placesIn(data, stems) {
  const reader = new Reader(data);
  for (const stem of stems) {
    const starts = new Uint32Array(stem.pages.length);
    for (let index = 0; index < starts.length; index += 1) {
      starts[index] = reader.at;
      reader.skip(reader.number());
    }
    Object.assign(stem, { bytes: data, starts });
  }
}

/** The pages that have stems side by side: each is worth as much, and has them where it first does. */
export function sideBySide(row) {
  const [first, ...others] = row;
  const next = others.map(() => 0); // of each other stem the first page that is not before the one looked at
  const [pages, at] = [[], new Map()];
  first.pages.forEach((page, index) => {
    const isInAll = others.every((other, number) => {
      while (other.pages[next[number]] < page) next[number] += 1;
      return other.pages[next[number]] === page;
    });
    if (!isInAll) return;
    const places = others.map((other, number) => other.atIndex(next[number]));
    const start = first.atIndex(index).find((place) => places.every((known, number) => known.includes(place + number + 1)));
    if (start === undefined) return;
    pages.push(page);
    at.set(page, row.map((_, number) => start + number));
  });
  return { pages, scores: pages.map(() => 1), at: (page) => at.get(page) ?? [] };
}
