const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const NUMBERS = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"];

const ORDINAL = `(?<ordinal>${[...ORDINALS, ...NUMBERS].join("|")}|last|final)`;
/** What a list of papers has. */
const LISTED = "(?:ones?|paper|article|study|work|survey|entry|item|bullet|result)";
/** What a single paper may have several of: an item of a list only where there is a list of papers. */
const PERHAPS_LISTED = "(?:method|approach|model|benchmark|dataset|system|framework|technique)";

const BY_ORDINAL = new RegExp(
  `\\b(?:the )?${ORDINAL}(?: (?:of (?:them|these|those|the (?:two|three|papers?))|${LISTED})|(?= ?[?.,:;!]|['’]s\\b| (?:do|does|did|is|was|has|have|had|use|uses|used|say|says|said|report|reports|reported)\\b|$))`,
  "iu",
);
const PERHAPS_BY_ORDINAL = new RegExp(`\\bthe ${ORDINAL} ${PERHAPS_LISTED}\\b`, "iu");
const BY_NUMBER =
  /(?:\b(?:paper|number|no\.?|item|entry|answer|result)\s*|[#[])(?<number>[1-9]\d?)(?:\]|\b)(?![.\d%])/iu;

const FORMER_OR_LATTER = /\bthe (?<ordinal>former|latter)\b/iu;

/** A place in a list: from 1, or from the end as -1; undefined where the question names none. */
export function readOrdinal(question: string, isList: boolean): number | undefined {
  const ordinal =
    BY_ORDINAL.exec(question)?.groups?.["ordinal"] ??
    (isList
      ? (PERHAPS_BY_ORDINAL.exec(question) ?? FORMER_OR_LATTER.exec(question))?.groups?.["ordinal"]
      : undefined);
  if (ordinal !== undefined) return placeOf(ordinal.toLowerCase());
  const number = BY_NUMBER.exec(question)?.groups?.["number"];
  return number === undefined ? undefined : Number(number);
}

function placeOf(ordinal: string): number {
  if (ordinal === "former") return 1;
  const place = Math.max(ORDINALS.indexOf(ordinal), NUMBERS.indexOf(ordinal));
  return place === -1 ? -1 : place + 1;
}
