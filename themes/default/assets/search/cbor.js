// CBOR (RFC 8949), in which Pagefind's program reads: numbers from nought on, texts and lists to bytes. A large site's pages
// are written before the first answer, so that this makes nothing but the bytes.
const [NUMBER, TEXT, LIST] = [0, 3, 4]; // major types
const LONGEST_HEAD = 5; // bytes
const encoder = new TextEncoder();

/** A list of numbers that stands for one of lists: each number after its place as a text. */
export class Numbered {
  constructor(numbers) {
    this.numbers = numbers;
  }
}

class Bytes {
  constructor() {
    this.bytes = new Uint8Array(1 << 16);
    this.end = 0;
  }

  room(count) {
    if (this.end + count <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.end + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  head(kind, number) {
    this.room(LONGEST_HEAD);
    const width = number < 24 ? 0 : number < 1 << 8 ? 1 : number < 1 << 16 ? 2 : 4; // bytes after the first
    this.bytes[this.end++] = (kind << 5) | (width ? 24 + (width >> 1) : number);
    for (let byte = width - 1; byte >= 0; byte -= 1) this.bytes[this.end++] = number >>> (8 * byte);
  }

  text(text) {
    const start = this.end;
    this.room(LONGEST_HEAD + text.length);
    this.head(TEXT, text.length);
    for (let place = 0; place < text.length; place += 1) {
      const letter = text.charCodeAt(place);
      if (letter > 127) return this.letters(encoder.encode(text), start);
      this.bytes[this.end++] = letter;
    }
    return undefined;
  }

  letters(letters, start) {
    this.end = start;
    this.head(TEXT, letters.length);
    this.room(letters.length);
    this.bytes.set(letters, this.end);
    this.end += letters.length;
  }

  /** Of each number a list: its place as a text, and itself. */
  numbered(numbers) {
    this.head(LIST, numbers.length);
    this.room(numbers.length * (2 + 2 * LONGEST_HEAD + String(numbers.length).length));
    for (let place = 0, count = 1, next = 10; place < numbers.length; place += 1) {
      if (place === next) [count, next] = [count + 1, next * 10]; // figures of the place
      this.bytes[this.end++] = (LIST << 5) | 2;
      this.bytes[this.end++] = (TEXT << 5) | count;
      for (let at = count - 1, rest = place; at >= 0; at -= 1, rest = Math.floor(rest / 10)) this.bytes[this.end + at] = 48 + (rest % 10);
      this.end += count;
      this.head(NUMBER, numbers[place]);
    }
  }

  write(value) {
    if (typeof value === "number") this.head(NUMBER, value);
    else if (typeof value === "string") this.text(value);
    else if (value instanceof Numbered) this.numbered(value.numbers);
    else {
      this.head(LIST, value.length);
      for (const one of value) this.write(one);
    }
  }
}

/** The bytes of a value. */
export function cbor(value) {
  const written = new Bytes();
  written.write(value);
  return written.bytes.subarray(0, written.end);
}
