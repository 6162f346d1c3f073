// What a question may make a visitor load: which of its words the index is asked for, and of which where they stand.
const ASKED = 16e3; // bytes of the files that say which pages have the words
const BOTH = 48e3; // bytes of these and of those that say where; the rarest words say the most about how close words stand
const SIDE = 20e3; // bytes of those that say where two halves of a word stand
const [MANY, SHARE] = [1500, 0.4]; // pages, at least and of all, that have a word which says nothing beside others

/** Of some things as many as cost no more than there is to spend, those that come first before others; a file is paid for once. */
function within(things, filesOf, sizeOf, most, mayBeNone = false) {
  const had = new Set();
  let spent = 0;
  return things.filter((thing) => {
    const fresh = [...new Set(filesOf(thing))].filter((name) => !had.has(name));
    const cost = fresh.reduce((sum, name) => sum + sizeOf(name), 0);
    if (spent + cost > most && (mayBeNone || had.size)) return false;
    fresh.forEach((name) => had.add(name));
    spent += cost;
    return true;
  });
}

const mostOf = ({ forms }) => Math.max(...forms.map(({ count }) => count));

export class Spending {
  constructor(shelves, vocabulary) {
    Object.assign(this, { shelves, vocabulary, sizeOf: (name) => shelves.sizeOf(name) });
  }

  filesOf({ word, halves }, kind = "words") {
    return (halves ?? [word]).map((one) => this.shelves.fileOf(kind, this.vocabulary.stemOf(one)));
  }

  /** Whether it can be looked up where each page has the words of a form that stand side by side. */
  isCheap(form) {
    return within([form], (one) => this.filesOf(one, "places"), this.sizeOf, SIDE, true).length > 0;
  }

  /** The known terms that the index is asked for: without those that say nothing beside the rarest, so many pages have them; the rarest first, and of each the nearest forms, as far as there is to spend. */
  telling(terms) {
    const known = terms.filter((term) => term.forms.length);
    const heavy = known.filter((term) => !term.light);
    const least = Math.min(...(heavy.length ? heavy : known).map(mostOf));
    const telling = known.filter((term) => mostOf(term) <= Math.max(least, MANY, this.vocabulary.size * SHARE));
    const near = telling.map((term) => ({ ...term, forms: within(term.forms, (form) => this.filesOf(form), this.sizeOf, ASKED) }));
    const rarest = [...near].sort((one, other) => mostOf(one) - mostOf(other));
    const asked = within(rarest, ({ forms }) => forms.flatMap((form) => this.filesOf(form)), this.sizeOf, ASKED);
    return near.filter((term) => asked.includes(term));
  }

  /** The stems of which it is loaded where they stand, and the forms of which that is then known: it matters where a question has several words. */
  close(terms) {
    if (terms.length < 2) return { stems: [], forms: [] };
    const all = terms.flatMap((term) => term.forms);
    const stemOf = ({ word }) => this.vocabulary.stemOf(word);
    const rarest = all.filter(({ halves }) => !halves).sort((one, other) => one.count - other.count);
    const fileOf = (stem) => this.shelves.fileOf("places", stem);
    const words = new Set(all.flatMap((form) => this.filesOf(form)));
    const left = BOTH - [...words].reduce((sum, name) => sum + this.sizeOf(name), 0);
    const stems = within([...new Set(rarest.map(stemOf))], (stem) => [fileOf(stem)], this.sizeOf, left, true);
    const loaded = new Set(stems.map(fileOf));
    return { stems, forms: all.filter((form) => form.halves || loaded.has(fileOf(stemOf(form)))) };
  }
}
