// A question that was mistyped, or found nothing, to one that helps.
import { folded } from "./words.js";

/** The question with mistyped words as they were meant, or null where none was. */
function suggested(typed, terms) {
  const wrong = terms.filter((term) => term.instead && folded(term.instead) !== folded(term.text));
  if (!wrong.length) return null;
  const words = wrong.map((term) => ({ from: term.text, to: term.instead }));
  const query = words.reduce((text, { from, to }) => text.replace(new RegExp(from, "iu"), to), typed);
  return { query, words };
}

/** The question without its unknown words, where nothing has all of it; a compound that no page has as its halves. */
function shortened(typed, terms) {
  const known = terms.filter((term) => term.forms.length && !term.light);
  const query = known.map((term) => (term.half ? term.forms[0].word : term.text)).join(" ");
  return query && query !== typed.trim().toLowerCase() ? { query, words: [] } : null;
}

/** What to ask instead, null where there is nothing: where nothing was found what was meant only if all of it is known then. */
export function suggestion(typed, terms, isFound) {
  if (isFound) return suggested(typed, terms);
  const isKnown = terms.every((term) => term.light || term.forms.length);
  return (isKnown && suggested(typed, terms)) || shortened(typed, terms.filter((term) => !term.instead));
}
