// The key / moves to the search field, on every page; not where somebody writes, and not for those who switched it off
// (a key of one letter must have a switch: WCAG 2.1.4).
import { SWITCHED_OFF, kept } from "./store.js";

const WRITING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const field = document.getElementById("q");
  if (!field || event.target.closest?.(WRITING) || kept(SWITCHED_OFF, false)) return;
  event.preventDefault();
  field.focus();
  field.select();
});
