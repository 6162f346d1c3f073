// Whoever comes back from a result finds the list where he left it, although it is made anew.
let place = history.state?.scrolled ?? 0;
export const returned = place > 0;

/** Go to where the list was left, once. */
export function goBack() {
  if (place) scrollTo({ top: place, behavior: "instant" });
  place = 0;
}

/** Keep for who comes back where the list is when the page is left. */
export function keepPlace() {
  addEventListener("pagehide", () => scrollY && history.replaceState({ scrolled: scrollY }, ""));
}
