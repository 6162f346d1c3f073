// The words of the language that the site's makers know, in few bytes; generator/search/known.py says how they are written.
import { stem } from "./words.js";

const TIMES = 10; // places that a word has
const SEEDS = [0x811c9dc5, 0x9e3779b9];
const PRIME = 0x01000193;

function hash(bytes, seed) {
  let found = seed;
  for (const byte of bytes) found = Math.imul(found ^ byte, PRIME) >>> 0;
  return found;
}

export class Known {
  constructor(data) {
    this.bits = new Uint8Array(data);
  }

  /** Whether a word is one of them; of a thousand that are not, one is taken for one. */
  has(word) {
    const bytes = new TextEncoder().encode(stem(word));
    const size = this.bits.length * 8;
    const [first, second] = SEEDS.map((seed) => hash(bytes, seed));
    return Array.from({ length: TIMES }, (_, time) => (first + time * ((second | 1) >>> 0)) % size).every((place) => this.bits[place >> 3] & (1 << (place & 7)));
  }
}
