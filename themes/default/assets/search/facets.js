// What a search can be narrowed by: boxes to tick with counts, and what is ticked as chips that can be removed.
import { FACETS, chosenOf } from "./address.js";
import { counted, element, numberOf, word } from "./dom.js";

const SHOWN = 6; // values of a facet before the rest is folded
const groups = document.getElementById("search-groups");
const drawer = document.getElementById("search-facets");
const chips = document.getElementById("search-chips");
const labels = new Map(); // what a value is called, as the answers said it

/** What a facet is called. */
export function nameOf(facet) {
  return word(`facet_${facet}`);
}

/** What a value of a facet is called, as far as an answer said it. */
export function labelOf(facet, value) {
  return labels.get(`${facet}=${value}`) ?? value;
}

// The years from the newest on; else what there is most of first. What is chosen is always among the first.
function inOrder(facet, values, chosen) {
  const language = document.documentElement.lang;
  const alike = (one, other) => one.label.localeCompare(other.label, language, { numeric: true });
  const order = facet === "year" ? (one, other) => -alike(one, other) : (one, other) => other.count - one.count || alike(one, other);
  const sorted = [...values].sort(order);
  const first = sorted.slice(0, SHOWN);
  return {
    first: [...first, ...sorted.slice(SHOWN).filter((one) => chosen.includes(one.value))],
    rest: sorted.slice(SHOWN).filter((one) => !chosen.includes(one.value)),
  };
}

// What is chosen is shown even where nothing is left of it, so that it can be given up.
function complete(facet, values, chosen) {
  for (const one of values) labels.set(`${facet}=${one.value}`, one.label);
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  return [...values, ...missing.map((value) => ({ value, label: labelOf(facet, value), count: 0 }))];
}

function box(facet, one, chosen) {
  const input = element("input", { type: "checkbox", name: facet, value: one.value, checked: chosen.includes(one.value), autocomplete: "off" });
  const count = element("span", { className: "facet-count" }, numberOf(one.count));
  return element("li", {}, element("label", { className: "check" }, input, element("span", {}, one.label), " ", count));
}

function fold(facet, rest, chosen) {
  const list = element("ul", { className: "facet-values" });
  const made = element("details", { className: "facet-rest" }, element("summary", {}, counted("rest_*", rest.length)), list);
  // A long list is made when somebody opens it.
  made.addEventListener("toggle", () => made.open && !list.firstChild && list.append(...rest.map((one) => box(facet, one, chosen))));
  return made;
}

function group(facet, values, chosen) {
  const { first, rest } = inOrder(facet, values, chosen);
  const made = element("fieldset", { className: "facet" }, element("legend", { className: "facet-name" }, nameOf(facet)));
  made.dataset.facet = facet;
  made.append(element("ul", { className: "facet-values" }, ...first.map((one) => box(facet, one, chosen))));
  if (rest.length) made.append(fold(facet, rest, chosen));
  return made;
}

function shownOf(list) {
  return [...list.querySelectorAll("input")].map((input) => [input.value, input.checked, input.closest("label").lastChild.textContent].join());
}

/** Show the counts of an answer, or that they could not be loaded. A group that says the same stays; where one is made anew, focus and folds stay. */
export function showFacets(found, state) {
  if (!found) {
    groups.replaceChildren(element("p", { className: "unknown" }, word("unloaded_facets")));
    return;
  }
  const focused = groups.contains(document.activeElement) ? document.activeElement : null;
  const made = [];
  for (const facet of FACETS) {
    const chosen = state.facets[facet] ?? [];
    const values = complete(facet, found[facet] ?? [], chosen);
    if (!values.length) continue;
    const before = groups.querySelector(`[data-facet="${facet}"]`);
    const now = group(facet, values, chosen);
    const rest = now.querySelector("details");
    if (rest && before?.querySelector("details")?.open) {
      rest.open = true;
      rest.dispatchEvent(new Event("toggle"));
    }
    const same = before && String(shownOf(before)) === String(shownOf(now)) && before.textContent === now.textContent;
    made.push(same ? before : now);
  }
  if (made.length !== groups.children.length || made.some((one, index) => one !== groups.children[index])) groups.replaceChildren(...made);
  if (focused && document.activeElement !== focused) boxOf(focused.name, focused.value)?.focus({ preventScroll: true });
}

function boxOf(facet, value) {
  return [...groups.querySelectorAll("input")].find((input) => input.name === facet && input.value === value);
}

/** Show what is chosen, as buttons that give it up. */
export function showChosen(state) {
  const chosen = chosenOf(state);
  chips.hidden = !chosen.length;
  const made = chosen.map(([facet, value]) => {
    const cross = element("span", { ariaHidden: "true" }, "×");
    const before = element("span", { className: "sr-only" }, `${word("remove")} `);
    const chip = element("button", { type: "button", className: "chip" }, before, `${nameOf(facet)}: ${labelOf(facet, value)}`, " ", cross);
    Object.assign(chip.dataset, { facet, value });
    return chip;
  });
  if (made.length > 1) made.push(element("button", { type: "button", className: "chip all" }, word("remove_all")));
  const text = (all) => [...all].map((one) => one.textContent).join("|");
  if (text(made) !== text(chips.children)) { // else it keeps its focus
    const place = [...chips.children].indexOf(document.activeElement);
    chips.replaceChildren(...made);
    if (place >= 0) made[Math.min(place, made.length - 1)]?.focus();
  }
  const summary = drawer.querySelector("summary");
  const said = chosen.length ? word("open_chosen", { count: chosen.length }) : word("open");
  if (summary.textContent !== said) summary.textContent = said; // else the page would be laid out anew at each keystroke
}

/** Tell what is ticked and what is given up: `choose(facet, value, on)`, `clear()`. */
export function listenToFacets(choose, clear) {
  groups.addEventListener("change", (event) => choose(event.target.name, event.target.value, event.target.checked));
  chips.addEventListener("click", (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    const place = [...chips.children].indexOf(chip);
    if (chip.dataset.facet) choose(chip.dataset.facet, chip.dataset.value, false);
    else clear();
    const next = chips.children[Math.min(place, chips.children.length - 1)];
    (next ?? document.getElementById("results")).focus(); // what was pressed is gone
  });
  document.getElementById("search-done").addEventListener("click", () => {
    drawer.open = false;
    document.getElementById("results").focus();
  });
}
