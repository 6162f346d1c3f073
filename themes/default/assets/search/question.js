// A question as it was typed to what is to be asked: phrases, dates and sums, words, and the name that it may be.
import { particles } from "./irregular.js";
import { termsOf, withParticle } from "./mapping.js";
import { ANY_YEAR, marksIn } from "./numbers.js";
import { PLACE } from "./vocabulary.js";
import { LINKS, partsOf, spelled, stem, wordsOf } from "./words.js";

const LONGEST = 300; // characters of a question that are read; nobody types more
const MOST_WORDS = 16;
const LONGEST_NAME = 6; // words of a name inside a question
const SHORTEST_BEGUN = 3; // letters of a name that is perhaps not typed to its end
const MOST_JOINED = 2;
const JOINED = 0.9;
const FURTHER_ON = 5; // words after a verb in which its particle stands
const MOST_YEARS = 4;
const DAY = "d20200828".length;

const stems = (words) => [...new Set(words.map((word) => stem(word)))];

/** The pages whose name some words are, with the days beside them: also where they are written as one word. */
function pagesNamed(words, days, vocabulary) {
  const keys = [words, [words.join("")]].map((row) => [...stems(row.filter(Boolean)), ...days].sort().join(" "));
  return [...new Set(keys.flatMap((key) => (key && vocabulary.names.get(key)) || []))];
}

/** Of pages with one name the places alone, if there are any: nobody who names a place wants the word explained. */
function thePlace(pages, vocabulary) {
  const places = pages.filter((page) => vocabulary.typeOf(page) === PLACE);
  return places.length ? places : pages;
}

/** The places whose name begins with a word that is perhaps not typed to its end: Hedensted of Hedenst. */
function placesBegun(word, vocabulary) {
  const begun = spelled(word);
  if (begun.length < SHORTEST_BEGUN || vocabulary.bySpelled.has(begun)) return [];
  const found = [...vocabulary.names].flatMap(([name, pages]) => (name.startsWith(begun) ? pages : []));
  return found.filter((page) => vocabulary.typeOf(page) === PLACE);
}

/** The pages that the whole question names, and those that a part of it does, with the number of its words. */
function named(question, vocabulary) {
  const { found, rest } = marksIn(question);
  const days = found.filter((one) => one.word.length === DAY).flatMap((one) => wordsOfMark(one.word, vocabulary).map((index) => vocabulary.words[index]));
  const words = partsOf(rest).slice(0, MOST_WORDS);
  const whole = pagesNamed(words, days, vocabulary);
  if (!whole.length && words.length === 1 && !days.length) whole.push(...placesBegun(words[0], vocabulary));
  const inside = new Map();
  for (let start = 0; start < words.length; start += 1) {
    for (let end = Math.min(words.length, start + LONGEST_NAME); end > start; end -= 1) {
      if (end === start + 1 && vocabulary.light.has(spelled(words[start]))) continue;
      const pages = thePlace(pagesNamed(words.slice(start, end), [], vocabulary), vocabulary);
      pages.forEach((page) => inside.set(page, Math.max(inside.get(page) ?? 0, end - start)));
      if (pages.length) break; // the longest name that begins here
    }
  }
  return { whole: new Set(whole), inside };
}

/** The words of the index for a mark; a day without its year is that day of every year. */
function wordsOfMark(mark, vocabulary) {
  if (!mark.startsWith(ANY_YEAR)) return vocabulary.bySpelled.get(mark) ?? [];
  const day = mark.slice(ANY_YEAR.length);
  const found = vocabulary.words.flatMap((word, index) => (word.length === DAY && word[0] === "d" && word.endsWith(day) ? [index] : []));
  return vocabulary.frequent(found, MOST_YEARS);
}

function termOfMark({ word, text }, vocabulary) {
  const forms = wordsOfMark(word, vocabulary).map((index) => ({ word: vocabulary.words[index], count: vocabulary.counts[index], weight: 1, how: "same" }));
  return forms.length ? { text, light: false, forms, mark: true } : null;
}

/** Words of a text; of what is joined by hyphens or points the whole where the index has it, else its parts. */
function words(text, vocabulary) {
  const runs = text.match(/[\p{L}\p{N}]+(?:[-/.,:][\p{L}\p{N}]+)*/gu) ?? [];
  return runs.flatMap((run) => {
    const all = wordsOf(run);
    const whole = all.at(-1);
    if (all.length < 2) return all;
    return vocabulary.bySpelled.has(spelled(whole)) ? [whole] : all.slice(0, run.match(/[\p{L}\p{N}]+/gu).length);
  });
}

/** Words of the index that are put together of two words, in any of the forms of the first: regionsdirektør. */
function compoundsOf(head, tail, vocabulary) {
  const heads = [head.text, ...head.forms.filter(({ how }) => how === "inflected").map(({ word }) => word)];
  const stems = new Set(heads.flatMap((word) => LINKS.map((link) => stem(word + link + tail.text))));
  const found = [...stems].flatMap((one) => vocabulary.byStem.get(one) ?? []);
  return vocabulary.frequent(new Set(found), MOST_JOINED).map((index) => ({
    word: vocabulary.words[index],
    count: vocabulary.counts[index],
    weight: JOINED,
    how: "joined",
  }));
}

/** Two words, with none but light ones between, may stand in the index as one, also turned: direktør i regionen. */
function withJoined(terms, vocabulary) {
  const heavy = terms.filter((term) => !term.light && !term.mark);
  heavy.slice(1).forEach((next, index) => {
    const term = heavy[index];
    const joined = [...compoundsOf(term, next, vocabulary), ...compoundsOf(next, term, vocabulary)];
    for (const one of [term, next]) one.forms = [...one.forms, ...joined];
  });
  return terms;
}

/** A word by which one term is meant does not stand for another as well: nedlæggelse is the school or its closing, not both. */
function withoutTwice(terms) {
  const surest = new Map(); // the term that each word says the most of
  const worth = ({ how, weight }) => (how === "alike" || how === "derived" ? weight : weight + 1);
  terms.forEach((term, number) => {
    for (const form of term.forms) if (!(surest.get(form.word)?.worth >= worth(form))) surest.set(form.word, { number, worth: worth(form) });
  });
  return terms.map((term, number) => {
    const forms = term.forms.filter(({ word, how }) => how !== "alike" || surest.get(word).number === number);
    return { ...term, forms: forms.length ? forms : term.forms };
  });
}

/** A verb whose particle stands further on is also searched as one word: rive et hus ned is nedrivning. */
function withParticles(terms, vocabulary) {
  const isVerb = ({ light, mark, text }) => !light && !mark && !text.includes(" ");
  return terms.map((term, index) => {
    const particle = isVerb(term) && terms.slice(index + 1, index + 1 + FURTHER_ON).find(({ text }) => particles.has(text));
    return particle ? { ...term, forms: [...term.forms, ...withParticle(term.text, particle.text, vocabulary)] } : term;
  });
}

/** The kinds of page that a question asks for by its words: who by people, when by meetings. */
function kindsAsked(question, vocabulary) {
  const text = ` ${partsOf(question).map(spelled).join(" ")} `;
  return new Set(vocabulary.asks.flatMap(({ words, kinds }) => (words.some((word) => text.includes(` ${word} `)) ? kinds : [])));
}

/** The question with its words as they are meant that are mistyped or without their Danish letters. */
function corrected(question, terms) {
  const isOther = ({ text, forms: [first] }) => first?.how === "folded" || (first?.how === "same" && first.word !== text && !text.includes(" "));
  const meant = (term) => term.instead ?? (isOther(term) ? term.forms[0].word : undefined);
  return terms.filter(meant).reduce((text, term) => text.replace(new RegExp(term.text, "iu"), meant(term)), question);
}

/** What a question asks: its terms, its phrases, and the pages that it names. */
export function read(typed, vocabulary) {
  const question = typed.slice(0, LONGEST).normalize("NFC");
  const phrases = [];
  for (const [, inner] of question.matchAll(/["“”»«]([^"“”»«]+)["“”»«]/g)) phrases.push(inner);
  const plain = question.replace(/["“”»«]/g, " ");
  const { found, rest } = marksIn(plain);
  const unknown = [];
  const terms = found.flatMap((mark) => {
    const term = termOfMark(mark, vocabulary);
    if (!term) unknown.push(mark.text);
    return term ? [term] : [];
  });
  const asked = [...new Set([...words(rest, vocabulary), ...unknown.flatMap((text) => words(text, vocabulary))])].slice(0, MOST_WORDS);
  const meant = withoutTwice(withParticles(termsOf(asked, vocabulary), vocabulary));
  terms.push(...withJoined(meant, vocabulary));
  let names;
  return {
    terms,
    phrases,
    /** Asked for while the index is on its way. */
    get named() {
      names ??= { ...named(corrected(plain, terms), vocabulary), kinds: kindsAsked(plain, vocabulary) };
      return names;
    },
  };
}
