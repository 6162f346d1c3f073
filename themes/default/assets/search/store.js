// What stays in the visitor's own browser, and only what he asked for. A browser may refuse: then nothing is kept.

export const SWITCHED_OFF = "protokol.no-search-key"; // the switch of the key / is a choice for all pages

/** What is kept under a name, or what is given for nothing. */
export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keep something, or with null nothing more; says whether the browser does. */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
