import { expect, test } from "vitest";
import { completed, hasKnownWord, hasWords, readTypedQuery } from "../../src/retrieval/typed-query.ts";
import { paperOf } from "../fixtures/papers.ts";

const speaking = paperOf(
  "Listening While Speaking",
  "Dialogue is natural. A model that hallucinates in speech is tested on 58.1 hours of Türkish data. Its code is free.",
  { authors: ["Ada Lovelace"] },
);
const other = paperOf("Refusal of Speech", "Hallucinations and hallucinated speech. We study speeches.");

test.each([
  "speech",
  "speeches",
  "hallucinat",
  "hallucinating in speech",
  "TURK",
  "dialogue listen",
  "lovelace speech",
  "listening whi",
  "58.1",
  "speech in",
  "s",
  "th",
])("a paper about speech has the words of %j", (query) => {
  expect(hasWords(speaking, readTypedQuery(query))).toBe(true);
});

test.each(["hallucinat code", "speech zxqv", "hallu speech", "zxqv", "", "  ", "!!!", "\u{1F642}"])(
  "and not those of %j",
  (query) => {
    expect(hasWords(speaking, readTypedQuery(query))).toBe(false);
  },
);

test.each([
  ["hallucinat", "hallucinations"],
  ["speech that hallucinat ", "speech that hallucinations"],
  ["listening-whi", "listening-while"],
  ["dial", "dialogue"],
  ["speech", "speech"],
  ["zxqv", "zxqv"],
  ["", ""],
])("%j is searched for as %j", (query, expected) => {
  const papers = [speaking, other, paperOf("A Third", "Hallucinations are many.")];
  expect(completed(readTypedQuery(query), papers)).toBe(expected);
});

test.each([
  ["zxqv speech", true],
  ["zxqv spee", true],
  ["zxqv blorp", false],
  ["", false],
])("%j has a word that is known here: %s", (query, expected) => {
  expect(hasKnownWord(readTypedQuery(query), [other])).toBe(expected);
});
