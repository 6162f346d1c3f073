// The keyboard on the search page: arrows between the field and the results, and the switch for the key /.
import { SWITCHED_OFF, keep, kept } from "./store.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows go from the field to the first result, from one to the next, and back. */
export function listenToArrows(field, links) {
  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [field, ...links()];
    const from = stops.indexOf(event.target);
    const next = from < 0 ? null : stops[from + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Show the switch, as this browser remembers it. */
export function showSwitch() {
  const box = document.getElementById("search-keys-off");
  document.getElementById("search-keys").hidden = false;
  box.checked = kept(SWITCHED_OFF, false);
  box.addEventListener("change", () => keep(SWITCHED_OFF, box.checked ? true : null));
}
