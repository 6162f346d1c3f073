// The search engine: a question to an order of pages. Pagefind holds the index; the vocabulary says what to ask it.
import { excerptOf } from "./excerpt.js";
import { chosenPages, counted, narrowed, readFacets } from "./narrowing.js";
import { mapped } from "./mapping.js";
import { partsOf } from "./parts.js";
import { started } from "./program.js";
import { read } from "./question.js";
import { aboutBoth, isAnswerable, ranked } from "./ranking.js";
import { Vocabulary } from "./vocabulary.js";
import { folded, wordsOf } from "./words.js";

const STEP = 10;
const LONGEST = 300; // characters of a question that are read; nobody types more
const ENOUGH = 0.3; // of what the best page has of a question, a page has to have this much
// The matter itself is a long page: its length must not put it behind the many short pages that mention it.
const WEIGHTS = { title: 0.7, kind: 0 }; // of what a page has besides its text
const RANKING = { term_frequency: 1, page_length: 0.3, term_similarity: 4, term_saturation: 1.4, meta_weights: WEIGHTS };
const [MANY, SHARE] = [1500, 0.4]; // pages, at least and of all, that have a word which says nothing beside others; to ask for it takes long
const LIKE = new Set(["alike", "derived"]); // how a word is another one
const EMPTY = { total: 0, results: [], rest: [], facets: {}, suggestion: null, mapped: [] };

/** A file of JSON, null where there is none. */
async function loaded(address, cache) {
  const answer = await fetch(address, { cache });
  return answer.ok ? answer.json() : null;
}

class Engine {
  constructor(base) {
    this.folder = `${base.endsWith("/") ? base : `${base}/`}pagefind/`;
  }

  /** Load what the first search needs; searches wait for it by themselves. */
  warm() {
    return this.loading ?? this.begin("default");
  }

  begin(cache) {
    this.loading = this.load(cache);
    this.loading.catch(() => (this.loading = undefined)); // the next search tries again
    return this.loading;
  }

  async load(cache) {
    const language = document.documentElement.lang.split("-")[0] || "da";
    const file = (name) => loaded(`${this.folder}${name}.${language}.json`, cache);
    const words = file("words");
    const program = started(`${this.folder}program.${language}.pagefind`, cache);
    program.catch(() => {}); // a language without pages has none
    this.facets = file("facets").then((read) => readFacets(read ?? []));
    this.facets.catch(() => (this.loading = undefined));
    const read = await words;
    this.vocabulary = read && new Vocabulary(read);
    this.parts = read ? partsOf(await program, this.folder, language, RANKING, read) : [];
    this.asked = new Map();
    this.pages = new Map();
  }

  /** The pages that have a word in any of its forms, or a phrase in quotes: their places, and how well each has it. Null brings all. */
  ask(text) {
    if (!this.asked.has(text)) {
      const made = this.found(text);
      this.asked.set(text, made);
      made.catch(() => this.asked.delete(text));
    }
    return this.asked.get(text);
  }

  async found(text) {
    if (text === null) return { places: [...Array(this.vocabulary.size).keys()], scores: [], at: [] };
    const isPhrase = text.startsWith('"');
    const plain = text.replaceAll('"', "");
    const parts = this.parts.filter((_, number) => this.vocabulary.isIn(number, plain));
    const results = (await Promise.all(parts.map((part) => part.search(plain, isPhrase)))).flat();
    return { places: results.map(({ place }) => place), scores: results.map(({ score }) => score), at: results.map(({ at }) => at) };
  }

  /** The pages that have a term: of each its best form, its raw score measured by the best page of that form. */
  async pagesOf(term) {
    const pages = new Map();
    const answers = await Promise.all(term.forms.map((form) => this.ask(form.word)));
    // A word that is only like it is measured by the pages that have the word itself, if there are any.
    const tops = answers.map(({ scores }) => scores.reduce((one, other) => Math.max(one, other), 0));
    const own = tops.filter((top, index) => top > 0 && !LIKE.has(term.forms[index].how));
    const best = Math.max(...(own.length ? own : tops), 0);
    new Set(answers).forEach((answer) => {
      const weight = Math.max(...term.forms.filter((_, index) => answers[index] === answer).map((form) => form.weight));
      answer.places.forEach((place, index) => {
        const value = { raw: Math.min(1, answer.scores[index] / best), weight };
        const before = pages.get(place);
        const at = [...(before?.at ?? []), { words: answer.at[index], weight }];
        const isBetter = !before || value.raw * weight > before.value.raw * before.value.weight;
        pages.set(place, { value: isBetter ? value : before.value, at });
      });
    });
    return pages;
  }

  /** A term without the halves that no page has side by side; where nothing else was left, the word is read anew. */
  async proved(term) {
    const has = async (form) => !form.halves || (await this.ask(form.word)).places.length > 0;
    const stands = await Promise.all(term.forms.map(has));
    if (!stands.includes(false)) return [term];
    const forms = term.forms.filter((_, index) => stands[index]);
    return forms.length ? [{ ...term, forms }] : term.text.split(" ").flatMap((word) => mapped(word, this.vocabulary, false));
  }

  async search(query, options = {}) {
    const typed = String(query ?? "");
    try {
      return await this.answer(typed, options);
    } catch {
      // The site was published anew since the browser kept what it says of itself.
      await this.begin("reload");
      return this.answer(typed, options);
    }
  }

  async answer(typed, { facets = {}, sort = "relevance", limit = STEP, offset = 0, first = limit }) {
    const asked = wordsOf(typed.slice(0, LONGEST)).length > 0;
    const chosen = Object.values(facets ?? {}).some((values) => values?.length > 0);
    if (!asked && !chosen) return EMPTY;
    await this.warm();
    if (!this.vocabulary) return EMPTY;
    const { size, days } = this.vocabulary;
    const question = asked ? await this.read(typed) : { terms: [] };
    const found = typed.trim() ? await this.pagesFor(question) : (await this.ask(null)).places.map((place) => ({ place }));
    const sets = chosen ? chosenPages(await this.facets, facets, size) : new Map();
    const pages = narrowed(found, sets);
    if (sort === "date" || !asked) pages.sort((one, other) => days[other.place] - days[one.place]);
    const list = pages.slice(offset, offset + limit).map(({ place }) => this.shown(place, question.terms));
    const rest = Promise.all(list.slice(first));
    rest.catch(() => {}); // whoever waits for it is told
    const [results, all] = await Promise.all([Promise.all(list.slice(0, first)), this.facets]);
    const counts = counted(found, all, sets, facets);
    const told = question.terms.map(({ text, forms }) => ({ text, words: forms.map((form) => form.word), how: forms[0]?.how ?? "unknown" }));
    const suggestion = suggested(typed, question.terms) ?? (found.length ? null : shortened(typed, question.terms));
    return { total: pages.length, results, rest, facets: counts, suggestion, mapped: told };
  }

  async read(typed) {
    const question = read(typed, this.vocabulary);
    // All are asked at once, not those that are to be proved first: on a slow line each turn counts.
    for (const { word } of telling(question.terms, this.vocabulary.size).flatMap(({ forms }) => forms)) this.ask(word).catch(() => {});
    question.terms = (await Promise.all(question.terms.map((term) => this.proved(term)))).flat();
    return question;
  }

  async pagesFor({ terms, phrases, named }) {
    if (!isAnswerable(terms, this.vocabulary, named)) return [];
    const known = telling(terms, this.vocabulary.size);
    const found = aboutBoth(known, await Promise.all(known.map((term) => this.pagesOf(term))));
    let pages = ranked(known, found, this.vocabulary, named);
    for (const phrase of phrases) {
      const having = new Set((await this.ask(`"${wordsOf(phrase).join(" ")}"`)).places);
      pages = pages.filter((page) => having.has(page.place));
    }
    const most = pages.reduce((best, page) => Math.max(best, page.share), 0);
    return pages.filter((page) => page.share >= most * ENOUGH);
  }

  /** What a result shows of a page. */
  page(place) {
    if (!this.pages.has(place)) {
      const loading = this.parts.find(({ end }) => place < end).page(place);
      loading.catch(() => this.pages.delete(place));
      this.pages.set(place, loading);
    }
    return this.pages.get(place);
  }

  async shown(place, terms) {
    const page = await this.page(place);
    const [shape, ...label] = page.outcome?.split(" ") ?? [];
    return {
      url: page.url,
      title: page.title,
      kind: page.kind,
      date: page.date ?? "",
      summary: page.summary ?? "",
      excerpt: terms.length ? excerptOf(page.text, terms) : [],
      breadcrumb: page.where ?? "",
      outcome: shape ? { shape, label: label.join(" ") } : null,
    };
  }
}

/** The terms that the index knows, without those that say nothing beside the rarest: so many pages have them. */
function telling(terms, size) {
  const known = terms.filter((term) => term.forms.length);
  const most = new Map(known.map((term) => [term, Math.max(...term.forms.map(({ count }) => count))]));
  const least = Math.min(...(known.some((term) => !term.light) ? known.filter((term) => !term.light) : known).map((term) => most.get(term)));
  return known.filter((term) => most.get(term) <= Math.max(least, MANY, size * SHARE));
}

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

/** The engine of a site whose pages begin with `base`; it loads nothing before the first search or warm(). */
export async function openEngine(base) {
  return new Engine(base);
}
