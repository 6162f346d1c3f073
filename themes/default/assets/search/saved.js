// Saved searches: kept in this browser when the visitor asks, with what was there the last time, so that news are seen.
import { identityOf, readState, chosenOf } from "./address.js";
import { dayOf, element, word } from "./dom.js";
import { labelOf } from "./facets.js";
import { keep, kept } from "./store.js";

const NAME = `protokol.searches ${location.pathname}`; // another site may lie on the same host
const MOST = 20;
const COMPARED = 20; // newest pages of a search by which news are known
const box = document.getElementById("search-saved");
const button = document.getElementById("search-save");

const all = () => [kept(NAME, [])].flat().filter((one) => typeof one?.address === "string" && Array.isArray(one.seen));
const find = (state) => all().find((one) => one.address === identityOf(state));
const today = () => new Date().toLocaleDateString("sv"); // which writes a day as ISO does

function titleOf(state) {
  return [state.query.trim(), ...chosenOf(state).map(([facet, value]) => labelOf(facet, value))].filter(Boolean).join(" · ");
}

async function newest(engine, state) {
  const found = await engine.search(state.query, { facets: state.facets, sort: "date", limit: COMPARED, offset: 0 });
  if (found.results.includes(null)) throw new Error("not all of the newest pages are known");
  return found.results.map((one) => ({ url: one.url, date: one.date ?? "" }));
}

// What was not among the newest the last time. Where those were all that there was room for, an older page may only
// have moved up because another one went.
function newOnes(saved, now) {
  const full = saved.seen.length >= COMPARED;
  const oldest = full ? saved.oldest : "";
  return now.filter((one) => !saved.seen.includes(one.url) && (!full || one.date > oldest)).map((one) => one.url);
}

function remembered(state, now) {
  const oldest = now.map((one) => one.date).sort()[0] ?? "";
  return { address: identityOf(state), title: titleOf(state), day: today(), seen: now.map((one) => one.url), oldest };
}

/** Save a search, or forget it where it is saved; gives the sentence that says what happened. */
export async function toggleSaved(engine, state) {
  const others = all().filter((one) => one.address !== identityOf(state));
  const saved = find(state);
  const next = saved ? others : [remembered(state, await newest(engine, state)), ...others].slice(0, MOST);
  const done = keep(NAME, next.length ? next : null);
  showSaved();
  showButton(state);
  return word(!done ? "unsavable" : saved ? "unsaved_now" : "saved_now");
}

/** The pages that are new in a saved search since it was last looked at; from now on they are known. */
export async function freshPages(engine, state) {
  const saved = find(state);
  if (!saved) return new Set();
  const now = await newest(engine, state);
  const fresh = newOnes(saved, now);
  keep(NAME, all().map((one) => (one.address === saved.address ? { ...remembered(state, now), title: saved.title } : one)));
  return new Set(fresh);
}

/** The button says what it does with this search. */
export function showButton(state) {
  button.textContent = word(find(state) ? "unsave" : "save");
}

function line(saved) {
  const link = element("a", { href: `${location.pathname}${saved.address}`, className: "inner" }, saved.title || word("everything"));
  const forget = element("button", { type: "button", className: "forget" }, word("forget"), element("span", { className: "sr-only" }, ` ${saved.title}`));
  forget.dataset.address = saved.address;
  const news = element("span", { className: "aside news" });
  news.dataset.address = saved.address;
  return element("li", {}, element("span", {}, link, " ", news), forget);
}

/** Show the list of saved searches; it is not there where there are none. */
export function showSaved() {
  const saved = all();
  box.hidden = !saved.length;
  box.querySelector(".aside").textContent = `(${saved.length})`;
  box.querySelector("ul").replaceChildren(...saved.map(line));
}

/** Open or fold the list. */
export function openSaved(open) {
  box.open = open;
}

/** Say beside each saved search what is new since it was last looked at. */
export async function lookForNews(open) {
  for (const saved of all()) {
    const place = [...box.querySelectorAll(".news")].find((one) => one.dataset.address === saved.address);
    if (!place || place.textContent) continue;
    const fresh = newOnes(saved, await newest(await open(), readState(saved.address)));
    const form = fresh.length >= COMPARED ? "at_least" : fresh.length > 1 ? "many" : fresh.length ? "one" : "none";
    place.textContent = word(`news_${form}`, { count: fresh.length, date: dayOf(saved.day) });
    place.classList.toggle("some", fresh.length > 0);
  }
}

/** Forget what somebody presses away, and look for news when the list is opened. */
export function listenToSaved(open, current) {
  box.addEventListener("toggle", () => box.open && lookForNews(open).catch(() => {}));
  box.addEventListener("click", (event) => {
    const forget = event.target.closest(".forget");
    if (!forget) return;
    const place = [...box.querySelectorAll(".forget")].indexOf(forget);
    const left = all().filter((one) => one.address !== forget.dataset.address);
    keep(NAME, left.length ? left : null);
    showSaved();
    showButton(current());
    lookForNews(open).catch(() => {});
    const others = box.querySelectorAll(".forget");
    (others[Math.min(place, others.length - 1)] ?? document.getElementById("q")).focus(); // what was pressed is gone
  });
}
