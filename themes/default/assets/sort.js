// Tables that sort: each column's head becomes a button. Numbers sort by data-value; what has none stays last.
const language = document.documentElement.lang || "da";

function valueOf(row, index) {
  const cell = row.cells[index];
  return cell?.dataset.value === undefined ? null : Number(cell.dataset.value);
}

function textOf(row, index) {
  return row.cells[index]?.textContent.trim() ?? "";
}

function compare(one, other, index, numeric) {
  if (!numeric) return textOf(one, index).localeCompare(textOf(other, index), language, { numeric: true });
  return valueOf(one, index) - valueOf(other, index);
}

function sort(table, index, descending) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const numeric = rows.some((row) => valueOf(row, index) !== null);
  const known = numeric ? rows.filter((row) => valueOf(row, index) !== null) : rows;
  const unknown = rows.filter((row) => !known.includes(row));
  known.sort((one, other) => compare(one, other, index, numeric) * (descending ? -1 : 1));
  body.append(...known, ...unknown);
}

function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.title = table.dataset.sort;
    const link = head.querySelector("a"); // a head that leads somewhere keeps its link, and the button stands after it
    if (link) {
      button.setAttribute("aria-label", `${table.dataset.sort}: ${head.textContent.trim()}`);
      head.append(button);
    } else {
      button.append(...head.childNodes);
      head.append(button);
    }
    button.addEventListener("click", () => {
      const numeric = [...table.tBodies[0].rows].some((row) => valueOf(row, index) !== null);
      const now = head.getAttribute("aria-sort");
      const next = now ? (now === "ascending" ? "descending" : "ascending") : numeric ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", next);
      sort(table, index, next === "descending");
    });
  });
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  if (table.tHead && table.tBodies[0]?.rows.length > 1) makeSortable(table);
}
