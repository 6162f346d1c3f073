// A page's text to the few words that show why it was found, whole sentences where they fit, with what was meant marked.
import { folded, stem } from "./words.js";

const LENGTH = 30; // words of an excerpt
const LEAST = 12; // words of an excerpt that ends where a sentence does
const BEFORE = 4; // words that stand before a hit deep inside a sentence
const NEAR = 20; // words from the beginning of a sentence to a hit for which it is shown from there
const WHOLE = 0.3; // what it counts that an excerpt begins where a sentence does, of a word of the question
const HEADING = 0.5; // and that it is the title, which stands above it already
const HEAD = 4; // letters from which on a word is marked that begins with what was meant
const TAIL = 3; // and one that ends with it
const MARKS = '.!?"”»'; // one of which the last word of a sentence ends with
const END = /(?:[\p{L}»"”)]{3}|%|[)»"”])[.!?]["”»]?$|[!?]["”»]?$/u; // of a word that ends a sentence: not kr. or 3.

const plain = new Map(); // words of texts to their stems; the next letter that is typed mostly shows the same pages
const read = new WeakMap(); // of each question the stems of its words that say something, and the words of pages that were looked at for it

function readFor(terms) {
  if (!read.has(terms)) {
    const stems = new Map();
    const heavy = terms.filter(({ light }) => !light);
    for (const term of heavy.length ? heavy : terms) {
      for (const word of term.forms.flatMap((form) => form.halves ?? [form.word])) {
        if (!stems.has(folded(stem(word)))) stems.set(folded(stem(word)), term);
      }
    }
    read.set(terms, { stems, known: new Map() });
  }
  return read.get(terms);
}

/** [{text, mark}] of the stretch of a page's text that has most of the terms; of several the first, which is its summary. */
export function excerptOf(content, terms) {
  const tokens = content.match(/\S+/g) ?? [];
  const { stems, known } = readFor(terms);
  const meant = (token) => {
    if (!known.has(token)) known.set(token, termIn(token, stems));
    return known.get(token);
  };
  const hits = tokens.map((token) => meant(token.toLowerCase()));
  const { start, end } = bestStretch(hits, sentences(tokens));
  const pieces = start > 0 ? [{ text: "… ", mark: false }] : [];
  for (let index = start; index < end; index += 1) {
    pieces.push(...pieceOf(tokens[index], Boolean(hits[index])), { text: " ", mark: false });
  }
  if (end < tokens.length) pieces.push({ text: "…", mark: false });
  return joined(pieces);
}

function termIn(token, stems) {
  if (!plain.has(token)) plain.set(token, (token.match(/[\p{L}\p{N}]+/gu) ?? []).map((part) => folded(stem(part))));
  for (const part of plain.get(token)) {
    if (stems.has(part)) return stems.get(part);
    for (const [one, term] of stems) {
      if ((one.length >= HEAD && part.startsWith(one)) || (one.length >= TAIL && part.endsWith(one))) return term;
    }
  }
  return null;
}

/** For each word, and for the end of the text, where the sentence begins that it is in. */
function sentences(tokens) {
  let begin = 0;
  const begins = tokens.map((token, index) => {
    const last = index ? tokens[index - 1] : "";
    if (last && MARKS.includes(last.at(-1)) && END.test(last) && !/^\p{Ll}/u.test(token)) begin = index;
    return begin;
  });
  return [...begins, tokens.length];
}

/** The stretch with the most different terms, and of these the first. */
function bestStretch(hits, begins) {
  const second = begins.find((begin) => begin > 0) ?? 0; // the first sentence is the title
  let best = { value: 0, ...stretchFrom(second < hits.length ? second : 0, begins) };
  hits.forEach((hit, index) => {
    if (!hit) return;
    const stretch = stretchFrom(index - begins[index] <= NEAR ? begins[index] : index - BEFORE, begins);
    const value = new Set(hits.slice(stretch.start, stretch.end).filter(Boolean)).size + (begins[stretch.start] === stretch.start ? WHOLE : 0) - (stretch.start < second ? HEADING : 0);
    if (value > best.value) best = { value, ...stretch };
  });
  return best;
}

/** From a word so many words, or fewer, so that the last one ends a sentence. */
function stretchFrom(start, begins) {
  const last = Math.min(begins.length - 1, start + LENGTH);
  const whole = begins[last];
  return { start, end: whole - start >= LEAST ? whole : last };
}

function pieceOf(token, mark) {
  if (!mark) return [{ text: token, mark: false }];
  const [, before, word, after] = token.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
  return [{ text: before, mark: false }, { text: word, mark: true }, { text: after, mark: false }];
}

function joined(pieces) {
  const made = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    if (made.length && made.at(-1).mark === piece.mark) made.at(-1).text += piece.text;
    else made.push({ ...piece });
  }
  return made;
}
