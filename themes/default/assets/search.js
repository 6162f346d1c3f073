// The search page: reads ?q= from the address, asks Pagefind, shows the results as text with its marks.
const page = document.getElementById("search-page");
const state = document.getElementById("search-state");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const field = document.getElementById("q");
const STEP = 10;
const LONGEST = 300; // characters of a query; nobody types more
// The matter itself is a long page: its length must not put it behind the many short pages that mention it.
const RANKING = { termFrequency: 0.3, pageLength: 0.1 };
let results = [];
let shown = 0;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function marked(target, excerpt) {
  // Pagefind marks words with <mark>; that becomes an element again, all else is text.
  const parsed = new DOMParser().parseFromString(`<body>${excerpt}`, "text/html");
  for (const node of parsed.body.childNodes) {
    target.append(node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
  }
}

async function showMore() {
  const next = await Promise.all(results.slice(shown, shown + STEP).map((result) => result.data()));
  for (const found of next) {
    const item = element("li");
    const title = element("p", "entry-title");
    const link = element("a", "", found.meta.title);
    const excerpt = element("p");
    link.href = found.url;
    title.append(link);
    marked(excerpt, found.excerpt);
    item.append(title, element("p", "entry-facts", found.meta.kind), excerpt);
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
  if (!query.trim()) return;
  const pagefind = await import(page.dataset.bundle);
  await pagefind.options({ ranking: RANKING });
  const found = await pagefind.search(query.slice(0, LONGEST));
  results = found.results;
  await showMore();
  sayCount(results.length);
}

const query = new URLSearchParams(location.search).get("q") ?? "";
field.value = query;
// Before the page is first drawn, so that nothing moves when the answers come.
state.textContent = ""; // until here it said that searching needs scripts
page.classList.toggle("asked", query.trim() !== "");
more.addEventListener("click", showMore);
search(query).catch(() => {
  state.textContent = page.dataset.failed;
});
