// A field that names a record of one of several types (municipality:viborg), or may say that it is unknown, is a text to the
// editor, whose own lists are of one type each and of records alone. So the browser proposes every record that fits, by its
// title, as soon as somebody goes to the field.
"use strict";
window.proposeRecords = (collections, titles) => {
  /** The types that a field may name, from the form that its text must have; an empty list for other fields. */
  const typesOf = ({ pattern = [""] }) => /^\^\(([a-z_|]+)(?:\):|:\)\?)/.exec(pattern[0])?.[1].split("|") ?? [];

  /** A field of a collection by its place in the form: decisions.0.referred_to. */
  function fieldAt(collection, place) {
    let field = collections.find(({ name }) => name === collection);
    for (const step of place.split(".")) {
      if (/^\d+$/.test(step)) field = field.field ?? field;
      else field = field?.fields?.find(({ name }) => name === step);
      if (!field) return {};
    }
    return field;
  }

  function listOf(types) {
    const id = `records-${types.join("-")}`;
    document.getElementById(id)?.remove();
    const list = Object.assign(document.createElement("datalist"), { id });
    const names = [...titles.keys()].filter((name) => types.includes(name.split(":")[0]));
    const written = (name) => (types.length === 1 ? name.split(":")[1] : name); // of one type, the id says it all
    const option = (name) => Object.assign(document.createElement("option"), { value: written(name), label: titles.get(name) });
    list.append(...names.map(option));
    document.body.append(list);
    return id;
  }

  document.addEventListener("focusin", ({ target }) => {
    const place = target.closest?.("[data-key-path]")?.dataset.keyPath;
    const collection = /#\/collections\/([a-z_]+)/.exec(location.hash)?.[1];
    if (!place || !collection || !target.matches("input")) return;
    const types = typesOf(fieldAt(collection, place));
    if (types.length) target.setAttribute("list", listOf(types));
  });
};
