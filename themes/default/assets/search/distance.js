// How many letters are wrong: the distance of Damerau and Levenshtein, up to a limit.
const LONGEST = 64; // letters of a word that rows are kept for; what is longer has its own
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1)); // every word of an index passes here

/** Letters added, left out, exchanged or swapped with their neighbour; `most` + 1 where there are more than `most`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last, row] = other.length > LONGEST ? rows.map(() => new Uint16Array(other.length + 1)) : rows;
  for (let j = 0; j <= other.length; j += 1) row[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    const oldest = before;
    before = last;
    last = row;
    row = oldest;
    row[0] = i;
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j += 1) {
      const cost = letter === other.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1)) value = Math.min(value, before[j - 2] + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}
