// Dates and sums as people write them to one word each; generator/search/numbers.py does the same for pages.
const MONTHS = [
  ["januar", "january", "jan"], ["februar", "february", "feb"], ["marts", "march", "mar"], ["april", "apr"],
  ["maj", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"], ["august", "aug"],
  ["september", "sept", "sep"], ["oktober", "october", "okt", "oct"], ["november", "nov"], ["december", "dec"],
];
const NUMBERS = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])));
const NAMES = [...NUMBERS.keys()].sort((one, other) => other.length - one.length).join("|");
const YEAR = "((?:19|20)[0-9]{2})";
const WRITTEN = new RegExp(`(?<![0-9])(?:([0-9]{1,2})\\.?\\s*)?\\b(${NAMES})\\b\\.?,?\\s*${YEAR}(?![0-9])`, "g");
const ENGLISH = new RegExp(`\\b(${NAMES})\\b\\.?\\s+([0-9]{1,2}),?\\s+${YEAR}(?![0-9])`, "g");
const FIGURES = new RegExp(`(?<![0-9])([0-9]{1,2})\\s?[./-]\\s?([0-9]{1,2})\\s?[./ -]\\s?${YEAR}(?![0-9])`, "g");
const ISO = new RegExp(`(?<![0-9])${YEAR}-([0-9]{2})-([0-9]{2})(?![0-9])`, "g");
const SUM = /(?<![0-9.,])([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s*(mio|mia|million(?:er|s)?|milliard(?:er)?|billion|t\.?\s?kr|tusinde?)\b/g;
const PERCENT = /(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|(?:pct|procent|percent)\b)/g;
const YEARLESS = new RegExp(`(?<![0-9])([0-9]{1,2})\\.?\\s*\\b(${NAMES})\\b`, "g");
export const ANY_YEAR = "d0000"; // what a day begins with that was written without its year
const TIMES = { mio: 1e6, mil: 1e6, mia: 1e9, bil: 1e9 };
const two = (number) => String(number).padStart(2, "0");

function dayWord(year, month, day) {
  const exists = new Date(Date.UTC(year, month - 1, day || 1));
  if (month < 1 || exists.getUTCMonth() !== month - 1) return null;
  return `d${year}${two(month)}${day ? two(day) : ""}`;
}

function wholeSum(number, unit) {
  const plain = /\.[0-9]{3}$/.test(number) ? number.replaceAll(".", "") : number.replace(",", ".");
  const times = unit.startsWith("milliard") ? TIMES.mia : (TIMES[unit.slice(0, 3)] ?? 1000);
  return String(Math.floor(Number(plain) * times + 1e-6));
}

/** The dates and sums of a question, each as one word with the text that it stands for, and what is left of the text. */
export function marksIn(text) {
  const found = [];
  let rest = text.toLowerCase();
  const take = (pattern, wordOf) => {
    rest = rest.replace(pattern, (...match) => {
      const word = wordOf(match);
      if (!word) return match[0];
      found.push({ word, text: match[0].trim() });
      return " ";
    });
  };
  take(ISO, (match) => dayWord(+match[1], +match[2], +match[3]));
  take(WRITTEN, (match) => dayWord(+match[3], NUMBERS.get(match[2]), +(match[1] ?? 0)));
  take(ENGLISH, (match) => dayWord(+match[3], NUMBERS.get(match[1]), +match[2]));
  take(FIGURES, (match) => dayWord(+match[3], +match[2], +match[1]));
  take(YEARLESS, (match) => dayWord(2000, NUMBERS.get(match[2]), +match[1])?.replace("d2000", ANY_YEAR));
  take(PERCENT, (match) => `pct${match[1].replace(/[.,]/, "k")}`);
  take(SUM, (match) => wholeSum(match[1], match[2]));
  return { found, rest };
}
