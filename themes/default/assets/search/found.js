// The pages that have a term. All is kept by the number of a page in rows of plain numbers, so that ten thousand pages, which a
// common word has, cost a slow phone next to nothing.

export class Found {
  /** `size` is how many pages the index has. */
  constructor(size) {
    this.places = []; // the pages, in the order in which they were found
    this.raw = new Float64Array(size); // how well each has the term
    this.weight = new Float64Array(size); // what the form counts by which it has it best; nought where it has none
    this.forms = [];
  }

  has(place) {
    return this.weight[place] > 0;
  }

  /** Add the pages of a form that counts `weight`; its raw scores are measured by the best one. Where it stands is looked at if it is close. */
  add(answer, { weight, best, isClose = true }) {
    const { places, raw, weight: weights } = this;
    const { pages, scores } = answer;
    this.forms.push({ answer, weight, isClose });
    for (let index = 0; index < pages.length; index += 1) {
      const place = pages[index];
      const value = Math.min(1, scores[index] / best);
      if (weights[place] === 0) places.push(place);
      else if (value * weight <= raw[place] * weights[place]) continue;
      raw[place] = value;
      weights[place] = weight;
    }
  }

  /** Only some of the pages. */
  only(isKept) {
    const kept = Object.assign(new Found(0), this, { places: this.places.filter(isKept), weight: new Float64Array(this.weight.length) });
    for (const place of kept.places) kept.weight[place] = this.weight[place];
    return kept;
  }

  /** Where a page has the forms of the term: the numbers of their words, and what each form counts. */
  at(place) {
    return this.forms.map(({ answer, weight, isClose }) => ({ words: isClose ? answer.at(place) : [], weight }));
  }
}

/** The first so many of some pages, by rows that have a number for each page: the greatest of the first row come first, of these the greatest of the next, then the pages in their own order. The others are never sorted. */
export function firstOf(places, count, ...rows) {
  let first = places;
  if (places.length > count) {
    const keys = new Float64Array(places.length);
    for (let index = 0; index < keys.length; index += 1) keys[index] = rows[0][places[index]];
    const least = keys.slice().sort()[keys.length - count];
    first = places.filter((_, index) => keys[index] >= least);
  }
  const before = (one, other) => {
    const row = rows.find((numbers) => numbers[one] !== numbers[other]);
    return row ? row[other] - row[one] : one - other;
  };
  return [...first].sort(before).slice(0, count);
}
