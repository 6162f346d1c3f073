// How the editor reads and writes a record: every value stays the text that was written (0751, 3.10, nej), and a field
// that nobody touched stays as it stands in the file, to the letter; so a change is as small in git as it was in mind.
"use strict";
(() => {
  const { COLLECTION_STYLE, CORE_SCHEMA, FAILSAFE_SCHEMA, SCALAR_STYLE, dump, eventsToAst, load, parseEvents } = window.jsyaml;
  const HEAD = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/;
  const KEY = /^(['"]?)([\w-]+)\1:(?=\s|$)/;

  const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isEmpty = (value) => value === null || value === undefined || value === ""
    || (typeof value === "object" && Object.keys(value).length === 0);
  /** A value without the fields that have none; an empty entry of a list (a table's cell) has its place. */
  const filled = (value) => (Array.isArray(value) ? Array.from(value, (inner) => filled(inner ?? "")) : !isMapping(value) ? value
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner)]).filter(([, inner]) => !isEmpty(inner))));

  // The editor takes away white space around a text and puts fields in the order of the form; neither means anything.
  const meaning = (value) => JSON.stringify(filled(value), (_, inner) => (
    typeof inner === "string" ? inner.trim() : isMapping(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));
  const same = (one, other) => meaning(one) === meaning(other);

  /** The lines of each field of a YAML head, by name; what stands above a field (a comment) is part of it. */
  function piecesOf(head) {
    const pieces = new Map();
    let above = [];
    let lines = above;
    for (const line of head.split("\n")) {
      const name = KEY.exec(line)?.[2];
      if (name) {
        lines = [...above, line];
        pieces.set(name, lines);
        above = [];
      } else if (line.startsWith("#")) {
        above.push(line);
        lines = above;
      } else {
        lines.push(line);
      }
    }
    return new Map([...pieces].map(([name, own]) => [name, own.join("\n")]));
  }

  const astOf = (source) => eventsToAst(parseEvents(source, {}), { source, schema: FAILSAFE_SCHEMA })[0].contents;
  const plain = (node) => (node.kind === "mapping"
    ? Object.fromEntries(node.items.map(({ key, value }) => [key.value, plain(value)]))
    : node.items?.map(plain) ?? node.value);
  const isShort = (node) => node.kind === "scalar" && !node.value.includes("\n");

  /** Write a value as the one before it was written (in quotes, as lines, on one line); a new short list on one line. */
  function likeBefore(node, before) {
    if (before?.kind !== node.kind) before = undefined;
    const isText = node.kind !== "scalar" || typeof CORE_SCHEMA.resolveImplicitScalarTag(node.value).value === "string";
    if (before) node.style = before.style;
    else if (!isText) node.style = SCALAR_STYLE.SINGLE_QUOTED; // 3.10 and 0751 for programs that read YAML otherwise
    else if (node.kind === "sequence" && node.items.every(isShort)) node.style = COLLECTION_STYLE.FLOW;
    if (before?.kind === "scalar" && before.value.endsWith("\n") && !node.value.endsWith("\n")) node.value += "\n";
    const old = before?.items ?? [];
    if (node.kind === "mapping") {
      const has = (name) => node.items.some(({ key }) => key.value === name);
      node.items.push(...old.filter(({ key, value }) => value.items?.length === 0 && !has(key.value))); // an empty list as it was
      const order = inOrder(node.items.map(({ key }) => key.value), old.map(({ key }) => key.value));
      node.items.sort((one, other) => order.indexOf(one.key.value) - order.indexOf(other.key.value));
    }
    node.items?.forEach((item, index) => {
      if (item.key) return likeBefore(item.value, old.find(({ key }) => key.value === item.key.value)?.value);
      return likeBefore(item, old.find((one) => same(plain(one), plain(item))) ?? old[index] ?? old.at(-1));
    });
  }

  /** A field as YAML, in the manner in which it stood there before, if it did. */
  function written(name, value, before) {
    const options = { schema: FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true, seqNoIndent: /^[^\n]*\n- /.test(before) };
    const transform = ([{ contents }]) => likeBefore(contents, before && astOf(before));
    return dump({ [name]: value }, { ...options, transform }).trimEnd();
  }

  /** The order of the file, with what is new after the field that it follows in the form. */
  function inOrder(names, before) {
    const order = before.filter((name) => names.includes(name));
    names.forEach((name, index) => {
      if (!order.includes(name)) order.splice(order.indexOf(names[index - 1]) + 1, 0, name);
    });
    return order;
  }

  const mapped = (fields, names, change) => ({
    ...fields, ...Object.fromEntries(names.filter((name) => fields[name]).map((name) => [name, change(fields[name])])),
  });

  function formatOf(hasBody, { form = [], folder = "", note = () => {} } = {}) {
    const files = new Map(); // what was read, by the record's id
    const chosen = form.filter(({ widget }) => widget === "file").map(({ name }) => name);
    // A record names a file by its place below the folder of files; the editor has the folder before it.
    const inForm = (fields) => mapped(fields, chosen, (place) => `${folder}/${place}`);
    const inFile = (fields) => mapped(fields, chosen, (place) => place.replace(`${folder}/`, ""));
    const read = (text) => {
      const [, head, rest = ""] = hasBody ? HEAD.exec(text) ?? [text, text] : [text, text];
      const fields = load(head, { schema: FAILSAFE_SCHEMA });
      const body = rest.replace(/^\n+/, "");
      note(fields);
      files.set(fields.id, { fields, pieces: piecesOf(head), body, gap: rest.slice(0, rest.length - body.length) });
      return structuredClone(inForm(hasBody ? { ...fields, body } : fields));
    };
    const write = ({ body = "", ...given }) => {
      const file = files.get(given.id) ?? { fields: {}, pieces: new Map(), gap: "" };
      const fields = window.withKeys(inFile(filled(given)), file.fields, form);
      const lines = inOrder(Object.keys(fields), [...file.pieces.keys()]).map((name) => {
        const before = file.pieces.get(name);
        return before && same(file.fields[name], fields[name]) ? before : written(name, fields[name], before);
      });
      const head = lines.join("\n");
      const text = hasBody ? `---\n${head}\n---\n${body.trim() ? file.gap + body : ""}` : head;
      read(text.trim()); // what is written next is compared with this
      return text;
    };
    return { fromFile: read, toFile: write };
  }

  async function start(address) {
    const { collections, public_folder: folder } = load(await (await fetch(address)).text());
    const titles = new Map(); // of every record, by the name that others call it by
    for (const { name, format, extension, fields } of collections) {
      const note = ({ id, title }) => titles.set(`${name}:${id}`, title);
      CMS.registerCustomFormat(format, extension, formatOf(extension === "md", { form: fields, folder, note }));
    }
    window.proposeRecords(collections, titles);
    CMS.init();
  }

  window.recordFormat = formatOf;
  const settings = document.querySelector('link[rel="cms-config-url"]');
  if (settings) start(settings.href);
})();
