import { expect, test } from "vitest";
import { createSentenceCheck } from "../../src/check/create-sentence-check.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { watchedModel } from "../fixtures/collection.ts";
import { BY_TOKENS, BY_WORDS, SAMPLING } from "./claims.ts";

const byTokens = createSentenceCheck(BY_TOKENS);
const byWords = createSentenceCheck(BY_WORDS);
const SUPPORTED = { verdict: "supported", reasons: [] };

/** The paper with the sentence cited that has these words. */
function citing(words: string, paper: Paper = SAMPLING): Evidence {
  const { abstract } = paper;
  const quoteStart = abstract.lastIndexOf(". ", abstract.indexOf(words)) + 1;
  const quoteEnd = abstract.indexOf(". ", abstract.indexOf(words)) + 1 || abstract.length;
  return { paper, quote: abstract.slice(quoteStart, quoteEnd), quoteStart, quoteEnd, score: 1 };
}

test.each([
  ["a verbatim quotation", "“It was not effective on poems.” [1]", "poems"],
  ["an elided one", "“We introduce careful sampling … by their entropy for short stories” [1].", "entropy"],
  [
    "one behind its paper's name",
    "- **Locally Careful Sampling**: “It was not effective on poems.” [1]",
    "poems",
  ],
  ["a paraphrase", "With careful sampling, repetitions fall by 41.5% on 12 datasets [1].", "41.5%"],
])("%s is supported", async (_, sentence, cited) => {
  expect(await byTokens(sentence, citing(cited))).toEqual(SUPPORTED);
  expect(await byWords(sentence, citing(cited))).toEqual(SUPPORTED);
});

test.each([
  ["a changed number", "Careful sampling reduces repetitions by 45.1% [1].", "41.5%", "unsupported"],
  ["a changed unit", "Nucleus sampling was trained for 30 days [1].", "30 hours", "unsupported"],
  ["a changed name", "Careful sampling reduces repetitions compared to Mirostat [1].", "nucleus", "weak"],
  ["a turned polarity", "Careful sampling increases repetitions on 12 datasets [1].", "41.5%", "unsupported"],
  ["a lost negation", "Careful sampling was effective on poems [1].", "poems", "unsupported"],
  [
    "a wider scope",
    "Careful sampling reduces repetitions on all datasets in every language [1].",
    "41.5%",
    "weak",
  ],
  [
    "an invention",
    "Careful sampling was presented in a radio show by famous poets of the town [1].",
    "41.5%",
    "weak",
  ],
])("%s is not supported, and says why", async (_, sentence, cited, worst) => {
  for (const check of [byTokens, byWords]) {
    const { verdict, reasons } = await check(sentence, citing(cited));
    expect(verdict).not.toBe("supported");
    expect(reasons.length).toBeGreaterThan(0);
    if (check === byTokens && worst === "unsupported") expect(verdict).toBe("unsupported");
  }
});

test("what the paper says elsewhere is weak where the cited passage is about something else", async () => {
  const sentence = "Larger models benefit more than smaller models from careful sampling [1].";
  expect(await byTokens(sentence, citing("larger models"))).toEqual(SUPPORTED);
  expect(await byTokens(sentence, citing("poems"))).toEqual({
    verdict: "weak",
    reasons: ["the cited passage is about something else"],
  });
});

test("a paper's sentences are read once", async () => {
  const model = watchedModel();
  const check = createSentenceCheck({ weightOf: () => 3, tokens: createMiniLmModel().tokens });
  expect(model.embedded).toEqual([]);
  const watched = createSentenceCheck({ weightOf: () => 3, tokens: model.tokens });
  await watched("Careful sampling lowers repetitions [1].", citing("41.5%"));
  await watched("Careful sampling raises repetitions [1].", citing("41.5%"));
  expect(model.embedded.filter((text) => text === "It was not effective on poems.")).toHaveLength(1);
  expect(await check("“It was not effective on poems.”", citing("poems"))).toEqual(SUPPORTED);
});

test("a quotation is vouched for without a model", async () => {
  const model = watchedModel();
  const check = createSentenceCheck({ weightOf: () => 3, tokens: model.tokens });
  await check("“It was not effective on poems.” [1]", citing("poems"));
  expect(model.embedded).toEqual([]);
});
