// An entry of a list (a decision, somebody who attended) has a key, by which links and other fields find it. Whoever writes
// in a browser need not think of one: an entry that is saved without is named by who or what it is.
"use strict";
(() => {
  const WHO = ["person", "party", "payer", "by"]; // an entry that names somebody is called by that name
  const SPELLED = { æ: "ae", ø: "oe", å: "aa" };
  const slug = (text) => text.toLowerCase().replace(/[æøå]/g, (letter) => SPELLED[letter]).normalize("NFKD")
    .replace(/[^a-z0-9\s_-]/g, "").replace(/[\s_-]+/g, "-");
  const withoutKey = ({ key, ...rest }) => JSON.stringify(Object.entries(rest).sort());

  function keyFor(entry, label, taken) {
    const who = WHO.map((name) => entry[name]).find((name) => typeof name === "string" && /^([a-z_]+:)?[a-z0-9-]+$/.test(name));
    if (who && !taken.has(who.split(":").pop())) return who.split(":").pop();
    let number = 1;
    while (taken.has(`${slug(label)}-${number}`)) number += 1;
    return `${slug(label)}-${number}`;
  }

  /** The entries, each with a key: the one that it has, had in the file, or is given now. */
  function named(entries, old, label) {
    const taken = new Set(entries.map(({ key }) => key).filter(Boolean));
    const take = (key) => taken.add(key) && key;
    const free = (one) => one?.key && !taken.has(one.key);
    const again = entries.map((entry) => {
      const before = entry.key ? undefined : old.find((one) => free(one) && withoutKey(one) === withoutKey(entry));
      return entry.key || (before && take(before.key));
    });
    return entries.map((entry, index) => {
      const key = again[index] || take(free(old[index]) ? old[index].key : keyFor(entry, label, taken));
      return { key, ...entry, ...{ key } };
    });
  }

  /** A record, or a part of one, in which no entry lacks its key. `old` is the same as it stands in the file. */
  window.withKeys = function withKeys(value, old, fields) {
    const given = { ...value };
    for (const { name, label_singular: label, fields: inner } of fields) {
      if (!inner || !given[name]) continue;
      const before = old?.[name];
      if (!Array.isArray(given[name])) {
        given[name] = withKeys(given[name], before, inner);
        continue;
      }
      const had = Array.isArray(before) ? before : [];
      const hasKeys = inner.some((field) => field.name === "key");
      const entries = hasKeys ? named(given[name], had, label) : given[name];
      const oldOf = (entry, index) => (hasKeys ? had.find(({ key }) => key === entry.key) : had[index]);
      given[name] = entries.map((entry, index) => withKeys(entry, oldOf(entry, index), inner));
    }
    return given;
  };
})();
