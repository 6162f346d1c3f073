// The search page: asks while somebody types, shows what comes, and keeps the address the same as what is shown.
import { isAsked, readState, shortened, withValue, writeState } from "./address.js";
import { clearAnswers, links, putListsBack, sentence, showHints, showNone, showResults, told } from "./answers.js";
import { numberOf, word } from "./dom.js";
import { listenToFacets, showChosen, showFacets } from "./facets.js";
import { listenToArrows, showSwitch } from "./hands.js";
import { freshPages, listenToSaved, openSaved, showButton, showSaved, toggleSaved } from "./saved.js";
import { say } from "./saying.js";
import { goBack, keepPlace, returned } from "./scrolled.js";

const PAUSE = 60; // milliseconds between two keystrokes of which the first waits for the second: too short to be seen
const STEP = 10;
const FIRST = 4; // results, more than a phone shows at once; the others come after them
const TITLE = document.title;
const by = (id) => document.getElementById(id);
const [field, line, more, sort] = ["q", "search-state", "search-more", "search-sort"].map(by);
let state = readState(location.search);
let turn = 0; // each question has a number; an answer to an earlier one is dropped
let busy = false;
let waiting = false; // whether something was asked for while an answer was on its way
let whole = false; // whether all of the last answer stands there, not its first results alone
let shown = 0;
let base = "/";
let load; // what brings the engine
let opening;

async function open() {
  opening ??= load().then((engine) => engine.openEngine(base));
  opening.catch(() => (opening = undefined)); // the next question tries again
  return opening;
}

async function ask(other, limit, offset = 0, first = limit) {
  const engine = await open();
  return engine.search(other.query, { facets: other.facets, sort: other.sort, limit, offset, first });
}

function address(push) {
  const next = `${location.pathname}${writeState(state)}`;
  if (next === location.pathname + location.search) return;
  history[push ? "pushState" : "replaceState"](null, "", next);
}

function dress() {
  const asked = isAsked(state);
  const page = by("search-page");
  page.classList.toggle("asked", asked);
  by("search-tools").hidden = by("search-body").hidden = !asked;
  sort.value = state.sort;
  showChosen(state);
  showButton(state);
  document.title = state.query.trim() ? `${state.query.trim()} – ${TITLE}` : TITLE;
  if (asked) return;
  clearAnswers();
  more.hidden = true;
  line.textContent = "";
  say("");
}

// --- asking ---

/** Ask for what the state says; only the newest question gets its answer shown. */
async function run() {
  turn += 1;
  dress();
  if (!isAsked(state)) return;
  if (busy) {
    waiting = true;
    return;
  }
  busy = true;
  const mine = turn;
  const asked = state;
  const found = await ask(asked, STEP * asked.page, 0, FIRST).catch(() => null);
  busy = false;
  if (waiting) {
    waiting = false;
    run(); // and who goes on typing does not wait for the rest of an answer either
  }
  if (mine !== turn) return;
  if (!found) fail();
  else {
    show(found, asked);
    await complete(found, asked, mine);
  }
}

function fail() {
  clearAnswers();
  more.hidden = true;
  line.textContent = word("failed");
  say(word("failed"));
}

/** The first results, which are shown at once. */
function show(found, asked) {
  const query = asked.query.trim();
  whole = false;
  line.textContent = sentence(found.total);
  sort.closest("p").style.visibility = found.total ? "" : "hidden"; // its room stays, so that nothing moves
  by("search-paper").textContent = word("asked", { words: query || "–" }); // the field is not printed
  showResults(found.results);
  showHints(found, asked);
  shown = Math.min(found.total, STEP * asked.page);
  more.hidden = shown >= found.total;
  say(told(found, asked));
  if (found.total) putListsBack();
  else showNone(found, asked, async (other) => (await ask(other, 1)).total).catch(() => {});
}

/** The other results, and what narrows them. What of it cannot be loaded is missing, and takes nothing else with it. */
async function complete(found, asked, mine) {
  const [facets, others] = await Promise.allSettled([found.facets, found.rest]);
  if (mine !== turn) return;
  const rest = others.status === "rejected" ? [null] : (others.value ?? []);
  showFacets(facets.value, asked);
  showChosen(asked); // now that the answer said what the values are called
  showResults(rest, { after: true });
  found.results.push(...rest);
  const missing = [!facets.value && "unloaded_facets", found.results.includes(null) && "unloaded_pages"].filter(Boolean);
  if (missing.length) say(told(found, asked, missing));
  whole = true;
  markNews(found, asked, mine).catch(() => {});
  goBack();
}

async function markNews(found, asked, mine) {
  const fresh = await freshPages(await open(), asked);
  if (fresh.size && mine === turn) showResults(found.results, { fresh });
}

async function showMore() {
  const mine = turn;
  more.setAttribute("aria-disabled", "true");
  try {
    const found = await ask(state, STEP, shown);
    if (mine !== turn) return;
    const made = showResults(found.results, { after: true });
    shown += found.results.length;
    state = { ...state, page: Math.ceil(shown / STEP) };
    address(false);
    const last = shown >= found.total || !made.length;
    if (last) made[0]?.querySelector("a").focus({ preventScroll: true }); // the button goes; focus must not go with it
    more.hidden = last;
    say(word("more", { shown: numberOf(shown), count: numberOf(found.total) }), true);
  } catch {
    line.textContent = word("failed");
    say(word("failed"));
  } finally {
    more.removeAttribute("aria-disabled");
  }
}

// --- what somebody does ---

let pause;
let before = -Infinity; // when somebody typed last
function typed() {
  state = { ...state, query: shortened(field.value), page: 1 };
  openSaved(false);
  clearTimeout(pause);
  if (!isAsked(state)) settle();
  else {
    dressOnce();
    const now = performance.now();
    pause = setTimeout(settle, now - before < PAUSE ? PAUSE : 0); // who does not type fast has his answer at once
    before = now;
  }
}

// The room for the answers is made with the keystroke, not when they come.
function dressOnce() {
  if (!by("search-page").classList.contains("asked")) dress();
}

function settle() {
  clearTimeout(pause);
  run();
  address(false); // once the question is on its way: a browser takes its time for it
}

function go(next) {
  clearTimeout(pause);
  state = next;
  field.value = state.query;
  address(true);
  run();
}

function onKey(event) {
  if (event.key !== "Escape" || event.isComposing || !field.value) return;
  event.preventDefault();
  field.value = "";
  typed();
}

// A link to another search is followed here, unless somebody wants it in a window of its own.
function onClick(event) {
  const link = event.target.closest("a.inner");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(readState(link.search));
  openSaved(false);
  field.focus();
}

function warm() {
  open().then((engine) => engine.warm?.()).catch(() => {});
}

// Nobody opens this page for anything else than its field. Not by `autofocus`: a browser may see to that after the answers
// have come, and then goes up to the field from where somebody had just come back to.
function focusField() {
  if (document.activeElement === document.body) field.focus({ preventScroll: returned });
}

function listen() {
  field.addEventListener("input", (event) => event.isComposing || typed());
  field.addEventListener("compositionend", typed);
  field.addEventListener("focus", warm, { once: true });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() || isAsked(state)) settle();
  });
  field.addEventListener("keydown", onKey);
  listenToArrows(field, links);
  document.addEventListener("click", onClick);
  sort.addEventListener("change", () => go({ ...state, sort: sort.value, page: 1 }));
  more.addEventListener("click", () => busy || !whole || more.hasAttribute("aria-disabled") || showMore());
  by("search-save").addEventListener("click", async () => say(await toggleSaved(await open(), state).catch(() => word("failed")), true));
  listenToFacets(
    (facet, value, on) => go(withValue(state, facet, value, on)),
    () => go({ ...state, facets: {}, page: 1 }),
  );
  listenToSaved(open, () => state);
  addEventListener("popstate", () => {
    state = readState(location.search);
    field.value = state.query;
    run();
  });
  keepPlace();
}

/** Set the page going; `loadEngine` brings the module of the engine. It runs before the page is first drawn, so that nothing moves when the answers come. */
export function begin(page, loadEngine) {
  base = page.dataset.base;
  load = loadEngine;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  line.textContent = ""; // until here it said that searching needs scripts
  listen();
  showSaved();
  showSwitch();
  openSaved(!isAsked(state));
  if (document.activeElement === field) warm();
  requestAnimationFrame(focusField);
  run();
}
