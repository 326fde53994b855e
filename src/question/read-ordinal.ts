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

const ENDING = `(?: (?:of (?:them|these|those|the (?:two|three|papers?))|${LISTED})|(?= ?[?.,:;!]|['’]s\\b| (?:do|does|did|is|was|has|have|had|use|uses|used|say|says|said|report|reports|reported)\\b|$))`;
const BY_ORDINAL = new RegExp(`\\b(?:the )?${ORDINAL}${ENDING}`, "giu");

/** Several that are named together: `the second and the third`. */
const JOINED_TO = new RegExp(
  `\\bthe ${ORDINAL}(?: ${LISTED})?,? (?:and|or|with|to|than|against|vs\\.?|versus) (?=the )`,
  "iu",
);
const SEVERAL =
  /\bthe (?<ordinal>first|last) (?<count>two|three)(?: (?:ones|papers|of (?:them|these|those))\b|(?= (?:differ|compare)\b|[?.,]|$))/iu;
const PERHAPS_BY_ORDINAL = new RegExp(`\\bthe ${ORDINAL} ${PERHAPS_LISTED}\\b`, "iu");
const BY_NUMBER =
  /(?:\b(?:paper|number|no\.?|item|entry|answer|result)\s*|[#[])(?<number>[1-9]\d?)(?:\]|\b)(?![.\d%])/giu;

const FORMER_OR_LATTER = /\bthe (?<ordinal>former|latter)\b/iu;

/** Places in a list, in the question's order: from 1, or from the end as -1; none where the question names none. */
export function readOrdinals(question: string, isList: boolean): readonly number[] {
  const several = SEVERAL.exec(question)?.groups;
  if (several) {
    const places = several["count"]?.toLowerCase() === "two" ? [1, 2] : [1, 2, 3];
    return several["ordinal"]?.toLowerCase() === "first" ? places : places.map((place) => -place).reverse();
  }
  const listed = [...question.matchAll(BY_ORDINAL)];
  const perhaps = isList ? [PERHAPS_BY_ORDINAL.exec(question) ?? FORMER_OR_LATTER.exec(question)] : [];
  const found = (listed.length > 0 ? listed : perhaps).filter((match) => match !== null);
  const joined = JOINED_TO.exec(question);
  const isJoined = joined !== null && joined.index + joined[0].length === found[0]?.index;
  const ordinals = [...(isJoined ? [joined] : []), ...found].map(({ groups }) => groups?.["ordinal"] ?? "");
  if (ordinals.length > 0) return ordinals.map((word) => placeOf(word.toLowerCase()));
  return [...question.matchAll(BY_NUMBER)].map(({ groups }) => Number(groups?.["number"]));
}

function placeOf(ordinal: string): number {
  if (ordinal === "former") return 1;
  const place = Math.max(ORDINALS.indexOf(ordinal), NUMBERS.indexOf(ordinal));
  return place === -1 ? -1 : place + 1;
}
