// The search engine: a question to an order of pages. The vocabulary says what to ask the index.
import { Found, firstOf } from "./found.js";
import { Known } from "./known.js";
import { Links } from "./links.js";
import { allOf, bytesOf, loaded, once, whenIdle } from "./loading.js";
import { mapped } from "./mapping.js";
import { chosenPages, counted, narrowed, readFacets } from "./narrowing.js";
import { Order } from "./order.js";
import { Pages } from "./pages.js";
import { Shelves, sideBySide } from "./postings.js";
import { read } from "./question.js";
import { aboutBoth, isAnswerable, ranked } from "./ranking.js";
import { Spending } from "./spending.js";
import { suggestion } from "./suggesting.js";
import { Vocabulary } from "./vocabulary.js";
import { wordsOf } from "./words.js";

const STEP = 10;
const LONGEST = 300; // characters of a question that are read; nobody types more
const ENOUGH = 0.25; // of what the best page has of a question, a page has to have this much
const RENEWED = 30e3; // milliseconds in which it is not asked again whether the site was published anew
const GUESSED = new Set(["mistyped", "part", "begins"]); // how a word may be another one than is meant
const isGuessed = ({ forms: [first] }) => GUESSED.has(first?.how);
const LIKE = new Set(["alike", "derived"]); // how a word is another one
const NOWHERE = { pages: [], scores: [], at: () => [] };
const NONE = { places: [], scores: [] };
const EMPTY = { total: 0, results: [], rest: [], facets: {}, suggestion: null, mapped: [] };

class Engine {
  constructor(base) {
    this.renewed = -Infinity;
    this.waiting = 0; // searches whose answer is on its way
    this.folder = `${base.endsWith("/") ? base : `${base}/`}pagefind/`;
  }

  /** Load what the first search needs; searches wait for it by themselves. */
  warm() {
    return this.loading ?? this.begin("default");
  }

  begin(cache) {
    this.loading = this.load(cache);
    // What was there before stands; where nothing was, the next search tries again.
    this.loading.catch(() => (this.loading = this.vocabulary && Promise.resolve()));
    return this.loading;
  }

  async load(cache) {
    const language = document.documentElement.lang.split("-")[0] || "da";
    const read = await loaded(`${this.folder}words.${language}.json`, cache);
    if (!read) return; // a language without pages
    const folder = `${this.folder}${read.folder}/${language}/`;
    this.facets = once(() => loaded(`${folder}facets.json`, cache).then(readFacets));
    this.known = once(() => bytesOf(`${folder}known`).then((data) => new Known(data)));
    this.vocabulary = new Vocabulary(read);
    this.shelves = new Shelves(folder, read);
    this.links = new Links(`${folder}links/`);
    this.spending = new Spending(this.shelves, this.vocabulary);
    this.asked = new Map();
    this.pages = new Pages(read.parts.map(([name, count]) => ({ address: `${this.folder}${name}/${language}/pages/`, count })));
    this.prepare = once(async () => whenIdle(this.preparations()));
    if (!this.waiting) this.prepare(); // else it would keep an answer waiting
  }

  /** What makes, a little at a time, what is needed sooner or later; nobody waits for it then. */
  preparations() {
    const files = [this.facets, this.known].map((load) => () => void load().catch(() => {})); // whoever needs one is told
    const first = this.asked.size ? [] : [...files, () => this.shelves.least, () => this.rehearse()];
    return [...first, ...this.vocabulary.preparations()];
  }

  /** Put all pages in order as if they had one word: a browser is slow at what it does for the first time, and then nobody waits. */
  rehearse() {
    const { size, words } = this.vocabulary;
    const { terms, named } = read(words.at(-1) ?? "", this.vocabulary);
    const found = new Found(size);
    found.add({ pages: this.all().places, scores: new Float32Array(size).fill(1), at: () => [] }, { weight: 1, best: 1 });
    const { places, scores } = ranked(terms.slice(0, 1), [found], this.vocabulary, named);
    firstOf(places, STEP, scores);
  }

  /** The pages that have a word, or words side by side, which are asked for in quotes, and how well each has it. */
  ask(text) {
    if (!this.asked.has(text)) {
      const made = this.found(text);
      this.asked.set(text, made);
      made.catch(() => this.asked.delete(text));
    }
    return this.asked.get(text);
  }

  async found(text) {
    const stems = text.replaceAll('"', "").split(" ").map((word) => this.vocabulary.stemOf(word));
    if (stems.includes(undefined)) return NOWHERE;
    if (!text.startsWith('"')) return this.shelves.words(stems[0]);
    return sideBySide(await this.places(stems));
  }

  /** The pages that have a term: of each its best form, its raw score measured by the best page of that form. */
  async pagesOf(term, close) {
    const found = new Found(this.vocabulary.size);
    const answers = await Promise.all(term.forms.map((form) => this.ask(form.word)));
    // A word that is only like it is measured by the pages that have the word itself, if there are any.
    const tops = answers.map(({ scores }) => scores.reduce((one, other) => Math.max(one, other), 0));
    const own = tops.filter((top, index) => top > 0 && !LIKE.has(term.forms[index].how));
    const best = Math.max(...(own.length ? own : tops), 0);
    new Set(answers).forEach((answer) => {
      const forms = term.forms.filter((_, index) => answers[index] === answer);
      const weight = Math.max(...forms.map((form) => form.weight));
      found.add(answer, { weight, best, isClose: forms.some((form) => close.has(form)) });
    });
    return found;
  }

  /** Some stems, with the places that they have in each page. */
  places(stems) {
    return Promise.all(stems.map((stem) => this.shelves.places(stem)));
  }

  /** A term without the halves that no page has side by side; where nothing else was left, the word is read anew. */
  async proved(term) {
    const has = async (form) => !form.halves || (this.spending.isCheap(form) && (await this.ask(form.word)).pages.length > 0);
    const stands = await Promise.all(term.forms.map(has));
    if (!stands.includes(false)) return [term];
    const forms = term.forms.filter((_, index) => stands[index]);
    return forms.length ? [{ ...term, forms }] : term.text.split(" ").flatMap((word) => mapped(word, this.vocabulary, { mayBeApart: false }));
  }

  async search(query, options = {}) {
    const typed = String(query ?? "");
    this.waiting += 1;
    try {
      return await this.answer(typed, options);
    } catch {
      await this.renew();
      return await this.answer(typed, { ...options, partly: true });
    } finally {
      this.waiting -= 1;
    }
  }

  /** Something could not be loaded: the site may have been published anew since the browser kept what it says of itself. */
  async renew() {
    if (performance.now() < this.renewed + RENEWED) return;
    this.renewed = performance.now();
    await this.begin("reload").catch(() => {}); // without a line, what is there has to do
  }

  async answer(typed, { facets = {}, sort = "relevance", limit = STEP, offset = 0, first = limit, partly = false }) {
    const asked = wordsOf(typed.slice(0, LONGEST)).length > 0;
    const chosen = Object.values(facets ?? {}).some((values) => values?.length > 0);
    if (!asked && !chosen) return EMPTY;
    await this.warm();
    if (!this.vocabulary) return EMPTY;
    if (chosen) this.facets().catch(() => {}); // beside the index
    const { size, days } = this.vocabulary;
    const question = asked ? await this.read(typed) : { terms: [] };
    const { places: found, scores } = typed.trim() ? await this.pagesFor(question) : this.all();
    const sets = chosen ? chosenPages(await this.facets(), facets, size) : new Map();
    const pages = narrowed(found, sets);
    const byDate = sort === "date" || !asked;
    const order = new Order(pages, { scores, days: byDate && days, terms: question.terms, links: this.links });
    const shown = async (from, to) => (await order.between(from, to)).map((place) => this.pages.shown(place, question.terms));
    const until = offset + Math.min(first, limit);
    const loading = shown(offset, until).then((all) => allOf(all, partly));
    this.prepare(); // while they are on their way
    const results = await loading;
    // What is shown after them waits until they stand there.
    const later = new Promise((now) => setTimeout(now));
    const rest = later.then(() => shown(until, offset + limit)).then((all) => allOf(all, true));
    const counts = later.then(() => this.facets()).then((all) => counted(found, all, sets, facets));
    Promise.all([rest, counts]).catch(() => {}); // whoever waits for them is told
    const told = question.terms.map(({ text, forms }) => ({ text, words: forms.map((form) => form.word), how: forms[0]?.how ?? "unknown" }));
    return { total: pages.length, results, rest, facets: counts, suggestion: suggestion(typed, question.terms, found.length > 0), mapped: told };
  }

  /** What a question asks; before a word is taken for another one it is looked up whether it is right as it is. */
  async read(typed) {
    let question = read(typed, this.vocabulary);
    this.send(question);
    const loading = this.known(); // if this question does not need it, the next one may
    loading.catch(() => {}); // without it nothing else is lost
    this.prepareOrder(question); // while all is on its way
    if (!this.vocabulary.known && question.terms.some(isGuessed)) {
      this.vocabulary.known = await loading.catch(() => undefined);
      if (question.terms.some(({ text }) => this.vocabulary.known?.has(text))) question = read(typed, this.vocabulary);
      this.send(question);
    }
    question.terms = (await Promise.all(question.terms.map((term) => this.proved(term)))).flat();
    return question;
  }

  /** Make what the order of pages needs. */
  prepareOrder({ named }) {
    return [this.shelves.least, this.vocabulary.days, this.vocabulary.kinds, this.vocabulary.parents, named];
  }

  /** Have the index asked for all forms of a question at once, not for those first that are to be proved: on a slow line each turn counts. */
  send({ terms }) {
    const known = this.spending.telling(terms);
    const forms = known.flatMap((term) => term.forms).filter((form) => !form.halves || this.spending.isCheap(form));
    for (const { word } of forms) this.ask(word).catch(() => {});
    this.places(this.spending.close(known).stems).catch(() => {});
  }

  /** All pages, each worth as much. */
  all() {
    const { size } = this.vocabulary;
    return { places: [...Array(size).keys()], scores: new Float64Array(size) };
  }

  /** The pages that answer a question, in no order, and by number what each is worth. */
  async pagesFor({ terms, phrases, named }) {
    if (!isAnswerable(terms, this.vocabulary, named)) return NONE;
    const known = this.spending.telling(terms);
    // What earlier questions had loaded makes no difference: an answer is the same for whoever asks.
    const { stems, forms } = this.spending.close(known);
    const close = new Set(forms);
    const [pagesOfAll] = await Promise.all([Promise.all(known.map((term) => this.pagesOf(term, close))), this.places(stems)]);
    const { places, scores, shares } = ranked(known, aboutBoth(known, pagesOfAll), this.vocabulary, named);
    let pages = places;
    for (const phrase of phrases) {
      const answers = await Promise.all(this.vocabulary.spellings(wordsOf(phrase)).map((row) => this.ask(`"${row.join(" ")}"`)));
      const having = new Set(answers.flatMap((answer) => answer.pages));
      pages = pages.filter((place) => having.has(place));
    }
    const most = pages.reduce((best, place) => Math.max(best, shares[place]), 0);
    return { places: pages.filter((place) => shares[place] >= most * ENOUGH), scores };
  }
}

/** The engine of a site whose pages begin with `base`; it loads nothing before the first search or warm(). */
export async function openEngine(base) {
  return new Engine(base);
}
