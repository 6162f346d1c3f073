// Small things that every part of the search page needs: an element, a text of the catalogue with its blanks filled.
const page = document.getElementById("search-page");

/** An element with its attributes and what stands in it; strings become text, never markup. */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== "list") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

/** A text that the page brought along, its blanks filled. */
export function word(name, blanks = {}) {
  const text = page.getAttribute(`data-${name.replaceAll("_", "-")}`) ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in blanks ? String(blanks[key]) : whole));
}

/** The text for a count: none, one or many. */
export function counted(name, count, blanks = {}) {
  const form = count === 0 ? "none" : count === 1 ? "one" : "many";
  return word(name.replace("*", form), { ...blanks, count: numberOf(count) });
}

// What writes numbers and dates as the page's language does; to make one takes longer than to write a hundred.
const { lang } = document.documentElement;
const number = new Intl.NumberFormat(lang);
const dayFormat = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat(lang, { year: "numeric", month: "long", timeZone: "UTC" });

/** A number as the page's language writes it. */
export function numberOf(count) {
  return number.format(count);
}

/** A date of a record in words, of one day, month or year or from one to another; what is none of these stays as it is. */
export function dayOf(date) {
  return (date ?? "").split("/").map(pointOf).filter(Boolean).join(" – ");
}

function pointOf(text) {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?[~?%]?$/.exec(text);
  if (!parts) return text.replace(/[~?%]$/, "").replace(/^\.\.$/, "");
  const [, year, month, day] = parts;
  return (day ? dayFormat : monthFormat).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}
