// The search page: reads ?q= from the address, asks Pagefind, shows the results as text with its marks.
const page = document.getElementById("search-page");
const state = document.getElementById("search-state");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const field = document.getElementById("q");
const STEP = 10;
let results = [];
let shown = 0;

function marked(target, excerpt) {
  // Pagefind escapes the text and marks words with <mark>; only those marks become elements.
  for (const piece of excerpt.split(/(<mark>.*?<\/mark>)/)) {
    const inside = piece.match(/^<mark>(.*)<\/mark>$/);
    const node = inside ? document.createElement("mark") : document.createElement("span");
    const parsed = new DOMParser().parseFromString(inside ? inside[1] : piece, "text/html");
    node.textContent = parsed.body.textContent;
    target.append(node);
  }
}

async function showMore() {
  const next = await Promise.all(results.slice(shown, shown + STEP).map((result) => result.data()));
  for (const found of next) {
    const item = document.createElement("li");
    const title = document.createElement("p");
    const link = document.createElement("a");
    const excerpt = document.createElement("p");
    title.className = "entry-title";
    link.href = found.url;
    link.textContent = found.meta.title;
    title.append(link);
    marked(excerpt, found.excerpt);
    item.append(title, excerpt);
    list.append(item);
  }
  shown += next.length;
  more.hidden = shown >= results.length;
}

function sayCount(count) {
  const words = page.dataset;
  state.textContent = count === 0 ? words.none : count === 1 ? words.one : words.many.replace("{count}", count);
}

async function search(query) {
  list.replaceChildren();
  shown = 0;
  results = [];
  more.hidden = true;
  state.textContent = "";
  if (!query.trim()) return;
  const pagefind = await import(page.dataset.bundle);
  const found = await pagefind.search(query.slice(0, 300));
  results = found.results;
  sayCount(results.length);
  await showMore();
}

const query = new URLSearchParams(location.search).get("q") ?? "";
field.value = query;
more.addEventListener("click", showMore);
search(query).catch(() => {
  state.textContent = page.dataset.failed;
});
