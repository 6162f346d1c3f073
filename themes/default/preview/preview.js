// While a site is looked at on one's own machine: reload when it changes, mark drafts, show what is wrong where it stands.
"use strict";
(async () => {
  const { seen } = document.currentScript.dataset; // the change that this page is made of; the notes may know of a later one
  const main = document.querySelector("main") ?? document.body;
  const make = (name, kind, text, parts = []) => {
    const element = Object.assign(document.createElement(name), { className: kind });
    element.append(...(text ? [text] : []), ...parts);
    return element;
  };
  const link = ({ text, href }) => Object.assign(make("a", "", text), { href });
  const noteOf = ({ severity, labels = [], text, place, href, code }) => make("div", `preview-note preview-${severity}`, "", [
    ...(labels.length ? [make("strong", "", `${labels.join(" → ")}: `)] : []),
    text,
    make("span", "preview-place", "", [
      href ? link({ text: place, href }) : place, ...(code ? [" · ", link(code)] : []),
    ]),
  ]);

  /** The place on the page where a field stands: its part's anchor, its label, the heading for the title, else the top. */
  function placeOf({ anchor, field, labels }) {
    const found = anchor && document.getElementById(anchor);
    if (found) return found;
    const named = [...main.querySelectorAll("h2, h3, h4, dt, th, summary, .label")];
    for (const label of [...labels].reverse()) {
      const one = named.find((element) => element.textContent.trim().replace(/:$/, "") === label);
      if (one) return one;
    }
    return (field === "title" && main.querySelector("h1")) || (field === "body" && main.querySelector(".prose")) || null;
  }

  function putBeside(place, note) {
    if (!place) return top.append(note);
    if (place.matches("tr, td, th, thead, tbody")) return place.closest("table").before(note);
    if (place.matches("dt")) return (place.nextElementSibling ?? place.parentElement).prepend(note);
    if (place.matches("h1, h2, h3, h4, .label, span, a, .prose")) return place.closest("p, h1, h2, h3, h4, .prose").before(note);
    const folded = place.closest("details");
    if (folded) folded.open = true;
    if (place.matches("summary")) return place.after(note);
    return place.prepend(note);
  }

  const top = make("aside", "preview-top", "");
  const notes = await (await fetch(`/__preview.json?page=${encodeURIComponent(location.pathname)}`)).json();
  const { draft, isDraft, drafts, edit, stopped, here, elsewhere } = notes;
  if (isDraft) main.querySelector("h1")?.append(" ", make("span", "preview-draft", draft));
  const marked = new Set(drafts);
  for (const link of main.querySelectorAll("a[href]")) {
    if (marked.has(link.getAttribute("href").split("#")[0])) link.after(" ", make("span", "preview-draft", draft));
  }
  if (stopped) top.append(make("p", "preview-stopped", stopped));
  for (const one of here) putBeside(placeOf(one), noteOf(one));
  if (elsewhere.problems.length) {
    top.append(make("details", "preview-elsewhere", "", [make("summary", "", elsewhere.title), ...elsewhere.problems.map(noteOf)]));
  }
  if (edit) top.append(make("p", "preview-edit", "", [link(edit)]));
  if (top.childNodes.length && !("said" in main.dataset)) main.prepend(top);
  document.documentElement.dataset.previewed = notes.number;
  new EventSource(`/__preview?seen=${seen}`).onmessage = () => location.reload();
})();
