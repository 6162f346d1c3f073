// A page's text to the few words that show why it was found, with what was meant marked.
import { folded, stem } from "./words.js";

const LENGTH = 30; // words of an excerpt
const HEAD = 4; // letters from which on a word is marked that begins with what was meant
const TAIL = 3; // and one that ends with it

const read = new WeakMap(); // of each question its stems, and the words of pages that were looked at for it

function readFor(terms) {
  if (!read.has(terms)) {
    const stems = new Map();
    for (const term of terms) {
      for (const word of term.forms.flatMap((form) => form.halves ?? [form.word])) {
        if (!stems.has(folded(stem(word)))) stems.set(folded(stem(word)), term);
      }
    }
    read.set(terms, { stems, known: new Map() });
  }
  return read.get(terms);
}

/** [{text, mark}] of the stretch of a page's text that has most of the terms. */
export function excerptOf(content, terms) {
  const tokens = [...content.matchAll(/\S+/g)];
  const { stems, known } = readFor(terms);
  const meant = (token) => {
    if (!known.has(token)) known.set(token, termIn(token, stems));
    return known.get(token);
  };
  const hits = tokens.map((token) => meant(token[0].toLowerCase()));
  const start = bestStart(hits);
  const pieces = start > 0 ? [{ text: "… ", mark: false }] : [];
  for (let index = start; index < Math.min(tokens.length, start + LENGTH); index += 1) {
    pieces.push(...pieceOf(tokens[index][0], Boolean(hits[index])), { text: " ", mark: false });
  }
  if (start + LENGTH < tokens.length) pieces.push({ text: "…", mark: false });
  return joined(pieces);
}

function termIn(token, stems) {
  for (const part of token.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const plain = folded(stem(part));
    if (stems.has(plain)) return stems.get(plain);
    for (const [one, term] of stems) {
      if ((one.length >= HEAD && plain.startsWith(one)) || (one.length >= TAIL && plain.endsWith(one))) return term;
    }
  }
  return null;
}

/** Where a stretch begins that has the most different terms, and of these the most of them. */
function bestStart(hits) {
  let best = { start: 0, value: -1 };
  hits.forEach((hit, index) => {
    if (!hit) return;
    const start = Math.max(0, Math.min(index - 4, hits.length - LENGTH));
    const inside = hits.slice(start, start + LENGTH).filter(Boolean);
    const value = [...new Set(inside)].reduce((sum, term) => sum + (term.light ? 0.2 : 1), 0) * 100 + inside.length;
    if (value > best.value) best = { start, value };
  });
  return best.start;
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
