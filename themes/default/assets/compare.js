// The comparison: up to four municipalities beside each other, as a table that is turned around; the choice is in ?k=.
const form = document.getElementById("choose");
const whole = document.getElementById("everyone");
const chosen = document.getElementById("side-by-side");
const said = document.getElementById("chosen");
const source = whole.querySelector("table");
const boxes = [...form.querySelectorAll("input")];
const reset = form.querySelector("[type=reset]");
const most = Number(form.dataset.most);

function copied(from, name, scope) {
  const cell = document.createElement(name);
  if (scope) cell.scope = scope;
  const button = from.querySelector("button:not([aria-label])"); // a head that sorts has its words in a button
  for (const node of (button ?? from).childNodes) if (node.nodeName !== "BUTTON") cell.append(node.cloneNode(true));
  if (name === "td") cell.className = from.className;
  return cell;
}

function rowOf(...cells) {
  const row = document.createElement("tr");
  row.append(...cells);
  return row;
}

function show(keys) {
  const heads = [...source.tHead.rows[0].cells];
  const rows = keys.map((key) => [...source.tBodies[0].rows].find((row) => row.dataset.key === key));
  const table = chosen.querySelector("table");
  const names = rows.map((row) => copied(row.cells[0], "th", "col"));
  for (const name of names) name.className = "number";
  table.tHead.replaceChildren(rowOf(copied(heads[0], "th", "col"), ...names));
  table.tBodies[0].replaceChildren(
    ...heads.slice(1).map((head, index) =>
      rowOf(copied(head, "th", "row"), ...rows.map((row) => copied(row.cells[index + 1], "td"))),
    ),
  );
  chosen.hidden = keys.length === 0;
  whole.hidden = keys.length > 0;
  reset.parentElement.hidden = keys.length === 0;
}

function update(keys, remember) {
  for (const box of boxes) {
    box.checked = keys.includes(box.value);
    box.disabled = keys.length >= most && !box.checked;
  }
  said.textContent = keys.length ? form.dataset.chosen.replace("{count}", `${keys.length}/${most}`) : "";
  show(keys);
  if (remember) {
    const query = keys.length ? `?k=${keys.join(",")}` : location.pathname;
    history.replaceState(null, "", query);
  }
}

const known = boxes.map((box) => box.value);
const asked = (new URLSearchParams(location.search).get("k") ?? "").split(",");
let keys = [...new Set(asked)].filter((key) => known.includes(key)).slice(0, most);

form.addEventListener("change", (event) => {
  const { value, checked } = event.target;
  keys = checked ? [...keys, value].slice(0, most) : keys.filter((key) => key !== value);
  update(keys, true);
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  keys = [];
  update(keys, true);
  boxes[0].focus(); // the button that had it is gone
});
update(keys, false);
