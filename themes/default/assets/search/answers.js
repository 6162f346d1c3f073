// What a search brings: the list of pages, and above it what helps where the list is short or wrong.
import { chosenOf, isAsked, withValue, writeState } from "./address.js";
import { counted, dayOf, element, word } from "./dom.js";
import { labelOf, nameOf } from "./facets.js";

const list = document.getElementById("search-results");
const hints = document.getElementById("search-hints");
const feeds = [...document.querySelectorAll("#search-feeds a")];
const browse = document.getElementById("browse");
const page = document.getElementById("search-page");
const missing = document.getElementById("search-missing");

const plain = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase(document.documentElement.lang);

function outcomeOf(outcome) {
  if (!outcome) return null;
  const made = element("span", { className: "outcome" }, outcome.label ?? outcome);
  if (outcome.shape) made.classList.add(outcome.shape);
  return made;
}

function between(parts, sign) {
  return parts.flatMap((one, index) => (index ? [sign, one] : [one]));
}

function item(found, fresh) {
  const link = element("a", { href: found.url }, found.title);
  const day = dayOf(found.date);
  const facts = between([found.kind, day && element("span", { className: "whole" }, day)].filter(Boolean), " · ");
  const outcome = outcomeOf(found.outcome);
  const label = fresh ? element("span", { className: "fresh" }, word("fresh")) : null;
  const made = element("li", {}, element("h3", { className: "entry-title" }, link));
  if (facts.length || outcome || label) made.append(element("p", { className: "entry-facts" }, ...(label ? [label, " "] : []), ...facts, ...(outcome ? [" ", outcome] : [])));
  const excerpt = (found.excerpt ?? []).map((part) => (part.mark ? element("mark", {}, part.text) : part.text));
  if (excerpt.length || found.summary) made.append(element("p", {}, ...(excerpt.length ? excerpt : [found.summary])));
  const way = [found.breadcrumb ?? []].flat().map((one) => one.title ?? one).filter(Boolean);
  if (way.length) made.append(element("p", { className: "where" }, way.join(" / ")));
  return made;
}

// Whoever had already gone down into the list stays there, on the same page if it is still among them.
function replaced(made) {
  const held = list.contains(document.activeElement) ? document.activeElement.href : null;
  list.replaceChildren(...made);
  if (held === null) return;
  const all = links();
  (all.find((one) => one.href === held) ?? all[0] ?? document.getElementById("q")).focus({ preventScroll: true });
}

/** Show results instead of those that stand there, or after them; null stands for one that could not be loaded. */
export function showResults(results, { after = false, fresh = new Set() } = {}) {
  const made = results.filter(Boolean).map((one) => item(one, fresh.has(one.url)));
  missing.hidden = !(results.includes(null) || (after && !missing.hidden));
  if (after) list.append(...made);
  else replaced(made);
  return made;
}

/** The links of the results, in their order. */
export function links() {
  return [...list.querySelectorAll("h3 a")];
}

/** The sentence that says how many pages there are. */
export function sentence(total, query) {
  return counted(query ? "*_of" : "*", total, { query });
}

/** What is said of an answer to those who do not see it; `missing` names the texts about what could not be loaded. */
export function told(found, state, missing = []) {
  const meant = found.suggestion?.query;
  return [sentence(found.total, state.query.trim()), meant && `${word("meant")} ${meant}?`, ...missing.map((name) => word(name))].filter(Boolean).join(" ");
}

function paragraph(className, ...inside) {
  return element("p", { className }, ...inside);
}

// A link that the page follows itself; opened in a new window it is an address like any other.
function inner(state, ...inside) {
  return element("a", { href: `${location.pathname}${writeState(state)}`, className: "inner" }, ...inside);
}

function meantOf(found, state) {
  const query = found.suggestion?.query;
  return query ? paragraph("meant", `${word("meant")} `, inner({ ...state, query, page: 1 }, query), "?") : null;
}

function feedsOf(state) {
  const bodies = state.facets.body ?? [];
  const wanted = [state.query, ...bodies, ...bodies.map((value) => labelOf("body", value))].map(plain).filter(Boolean);
  const matching = feeds.filter((feed) => feed.dataset.names.split("|").some((name) => wanted.includes(plain(name))));
  return matching.map((feed) => paragraph("feed", element("a", { href: feed.getAttribute("href"), type: "text/calendar" }, word("feed", { name: feed.textContent }))));
}

// Where some words are known and others not, the list answers only the known ones.
function unknownOf(found) {
  const unknown = found.total ? (found.mapped ?? []).filter((one) => one.words.length === 0).map((one) => `»${one.text}«`) : [];
  return unknown.length ? paragraph("unknown", word("missing", { words: unknown.join(", ") })) : null;
}

/** What stands above the list: a better spelling, words that no page has, a calendar. */
export function showHints(found, state) {
  hints.replaceChildren(...[meantOf(found, state), unknownOf(found), ...feedsOf(state)].filter(Boolean));
}

/** Nothing was found: what was searched for, what gives more, and the lists. `ask` counts for another state. */
export async function showNone(found, state, ask) {
  const searched = (found.mapped ?? []).map((one) => (one.words.length ? one.text : word("unknown", { word: one.text })));
  const box = element("div", { className: "nothing" });
  if (searched.length) box.append(paragraph("", word("asked", { words: searched.join(", ") })));
  if (state.query.trim()) box.append(paragraph("", word("try")));
  hints.append(box, browse); // the lists come to where they are needed
  const fewer = await Promise.all(chosenOf(state).map(async ([facet, value]) => {
    const other = withValue(state, facet, value, false);
    const title = word("without", { facet: nameOf(facet), value: labelOf(facet, value) });
    return { title, other, count: isAsked(other) ? await ask(other) : 0 };
  }));
  const better = fewer.filter((one) => one.count > 0);
  if (!better.length || !box.isConnected) return;
  const choices = better.map((one) => element("li", {}, inner(one.other, one.title), ` (${counted("pages_*", one.count)})`));
  box.append(paragraph("label", word("broaden")), element("ul", {}, ...choices));
}

/** Nothing stands there: nobody asks, or the next answer is coming. */
export function clearAnswers() {
  showResults([]);
  hints.replaceChildren();
  putListsBack();
}

/** The lists stand below the results again. */
export function putListsBack() {
  if (page.nextElementSibling !== browse) page.after(browse);
}
