// The short texts of the vocabulary back to lists; generator/search/coding.py writes them.

/** Numbers in base 36, parted by blanks; what is left empty is nought. */
export function numbers(text) {
  return text === "" ? [] : text.split(" ").map((one) => (one === "" ? 0 : parseInt(one, 36)));
}

/** Rising numbers that are written as how much each is more than the one before. */
export function risingNumbers(text) {
  let last = 0;
  return (text === "" ? [0] : numbers(text)).map((gap) => (last += gap));
}

/** Sorted words that are written as how many letters are those of the word before, and the rest. */
export function sortedWords(text) {
  if (text === "") return [];
  let last = "";
  return text.split("\n").map((line) => (last = last.slice(0, parseInt(line[0], 36)) + line.slice(1)));
}
