// The search engine: a question to an order of pages. Pagefind holds the index; the vocabulary says what to ask it.
import { excerptOf } from "./excerpt.js";
import { chosenPages, counted, narrowed, readFacets } from "./narrowing.js";
import { mapped } from "./mapping.js";
import { read } from "./question.js";
import { ranked } from "./ranking.js";
import { Vocabulary } from "./vocabulary.js";
import { folded, wordsOf } from "./words.js";

const STEP = 10;
const ENOUGH = 0.3; // of what the best page has of a question, a page has to have this much
// The matter itself is a long page: its length must not put it behind the many short pages that mention it.
const RANKING = { termFrequency: 1, pageLength: 0.3, termSimilarity: 4, termSaturation: 1.4 };
const EMPTY = { total: 0, results: [], facets: {}, suggestion: null, mapped: [] };

class Engine {
  constructor(base) {
    this.folder = `${base.endsWith("/") ? base : `${base}/`}pagefind/`;
    this.asked = new Map();
  }

  /** Load what the first search needs; searches wait for it by themselves. */
  warm() {
    this.loading ??= this.load();
    return this.loading;
  }

  async load() {
    const language = document.documentElement.lang.split("-")[0] || "da";
    const json = async (name) => {
      const answer = await fetch(`${this.folder}${name}.${language}.json`);
      return answer.ok ? answer.json() : null;
    };
    const index = async () => {
      const pagefind = await import(`${this.folder}pagefind.js`);
      await pagefind.options({ ranking: RANKING });
      await pagefind.init();
      return pagefind;
    };
    const [pagefind, words, facets] = await Promise.all([index(), json("words"), json("facets")]);
    this.pagefind = pagefind;
    this.vocabulary = words && new Vocabulary(words);
    this.facets = readFacets(facets ?? []);
  }

  /** What Pagefind has for some text, by page; each text is asked once. */
  ask(text) {
    if (!this.asked.has(text)) this.asked.set(text, this.pagefind.search(text).then((found) => found?.results ?? []));
    return this.asked.get(text);
  }

  /** The pages that have a term: of each its best form, its raw score measured by the best page of that form. */
  async pagesOf(term) {
    const pages = new Map();
    const answers = await Promise.all(term.forms.map((form) => this.ask(form.word)));
    const best = Math.max(0, ...answers.map((results) => results[0]?.score ?? 0));
    answers.forEach((results, number) => {
      const { weight } = term.forms[number];
      for (const result of results) {
        const place = this.vocabulary.placeOf(result.id);
        const value = { raw: best ? result.score / best : 0, weight };
        const before = pages.get(place)?.value;
        if (!before || value.raw * weight > before.raw * before.weight) pages.set(place, { value, result });
      }
    });
    return pages;
  }

  /** A term without the halves that no page has side by side; where nothing else was left, the word is read anew. */
  async proved(term) {
    const stands = await Promise.all(term.forms.map(async (form) => form.how !== "apart" || (await this.ask(form.word)).length > 0));
    if (!stands.includes(false)) return [term];
    const forms = term.forms.filter((_, index) => stands[index]);
    return forms.length ? [{ ...term, forms }] : mapped(term.text, this.vocabulary, false);
  }

  /** The places of the pages that have a phrase, word after word. */
  async pagesWith(phrase) {
    const words = wordsOf(phrase).join(" ");
    const found = await this.ask(`"${words}"`);
    return new Set(found.map((result) => this.vocabulary.placeOf(result.id)));
  }

  async search(query, { facets = {}, sort = "relevance", limit = STEP, offset = 0 } = {}) {
    const typed = String(query ?? "");
    if (!wordsOf(typed.slice(0, 300)).length) return EMPTY;
    await this.warm();
    if (!this.vocabulary) return EMPTY;
    const question = read(typed, this.vocabulary);
    question.terms = (await Promise.all(question.terms.map((term) => this.proved(term)))).flat();
    const mapped = question.terms.map(({ text, forms }) => ({ text, words: forms.map((form) => form.word), how: forms[0]?.how ?? "unknown" }));
    const suggestion = suggested(typed, question.terms);
    let pages = answers(question.terms) ? await this.pagesFor(question) : [];
    if (pages.length === 0) return { ...EMPTY, suggestion, mapped };
    const sets = chosenPages(this.facets, facets);
    const counts = counted(pages, this.facets, sets);
    pages = narrowed(pages, sets);
    if (sort === "date") pages.sort((one, other) => this.vocabulary.days[other.place] - this.vocabulary.days[one.place]);
    const shown = pages.slice(offset, offset + limit);
    const results = await Promise.all(shown.map((page) => this.shown(page, question.terms)));
    return { total: pages.length, results, facets: counts, suggestion, mapped };
  }

  async pagesFor({ terms, phrases, named }) {
    const known = terms.filter((term) => term.forms.length);
    const found = await Promise.all(known.map((term) => this.pagesOf(term)));
    let pages = ranked(known, found, this.vocabulary, named);
    for (const phrase of phrases) {
      const having = await this.pagesWith(phrase);
      pages = pages.filter((page) => having.has(page.place));
    }
    const most = pages.reduce((best, page) => Math.max(best, page.share), 0);
    return pages.filter((page) => page.share >= most * ENOUGH);
  }

  async shown({ result }, terms) {
    const { url, meta, content, raw_content: raw } = await result.data();
    return {
      url,
      title: meta.title,
      kind: meta.kind,
      date: meta.date ?? "",
      summary: meta.summary ?? "",
      excerpt: excerptOf(content ?? raw ?? "", terms),
      breadcrumb: meta.where ?? "",
    };
  }
}

/** Whether enough of a question's words are known; an unknown word brings no pages that only have the others. */
function answers(terms) {
  const heavy = terms.filter((term) => !term.light);
  const counting = heavy.length ? heavy : terms;
  return counting.filter((term) => term.forms.length).length * 2 >= counting.length;
}

/** The question with mistyped words as they were meant, or null where none was. */
function suggested(typed, terms) {
  const wrong = terms.filter((term) => term.instead && folded(term.instead) !== folded(term.text));
  if (!wrong.length) return null;
  const words = wrong.map((term) => ({ from: term.text, to: term.instead }));
  const query = words.reduce((text, { from, to }) => text.replace(new RegExp(from, "iu"), to), typed);
  return { query, words };
}

/** The engine of a site whose pages begin with `base`; it loads nothing before the first search or warm(). */
export async function openEngine(base) {
  return new Engine(base);
}
