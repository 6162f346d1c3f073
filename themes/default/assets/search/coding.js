// The short texts of the index back to lists; generator/search/coding.py writes them. These loops run over every page of
// a site before a first answer, so that they go from sign to sign instead of cutting the text.
const BLANK = 32;
const NINE = 57;
const LETTERS = 87; // "a" is ten

/** Numbers in base 36, parted by blanks; what is left empty is nought. */
export function numbers(text) {
  const found = [];
  if (text === "") return found;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === BLANK) {
      found.push(number);
      number = 0;
    } else {
      number = number * 36 + sign - (sign > NINE ? LETTERS : 48);
    }
  }
  found.push(number);
  return found;
}

/** Numbers that are written as steps from one to the next; an odd one goes down. */
export function steps(text) {
  let last = 0;
  return numbers(text).map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
}

/** Sorted words that are written as how many letters are those of the word before, and the rest. */
export function sortedWords(text) {
  if (text === "") return [];
  let last = "";
  return text.split("\n").map((line) => (last = last.slice(0, parseInt(line[0], 36)) + line.slice(1)));
}

/** What words may also be searched as, parted by commas, by the stems of a word or an expression; a line has the others, a bar, and the stems. */
export function meanings(text) {
  const found = new Map();
  for (const line of text.split("\n").filter(Boolean)) {
    const [meant, keys] = line.split("|");
    for (const key of keys.split(",")) found.set(key, meant);
  }
  return found;
}
