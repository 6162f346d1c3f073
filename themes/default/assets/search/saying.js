// What is said to those who do not see the page: once, when it has come to rest.
const CALM = 900; // milliseconds until a screen reader is told, so that it is told once
const said = document.getElementById("search-said");
let saying; // what waits to be said; the answer to somebody's own deed does not wait, and so is never lost to an answer that comes in between

/** Say something, once nothing newer is to be said; the answer to somebody's own deed is said `soon`. */
export function say(text, soon = false) {
  clearTimeout(saying);
  const timer = setTimeout(() => {
    if (said.textContent !== text) said.textContent = text;
  }, soon ? 50 : CALM);
  if (!soon) saying = timer;
}
