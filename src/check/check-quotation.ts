import { type CheckSentence, checkSentence } from "./check-sentence.ts";

/** A sentence that is evidence with a smaller chance was quoted for want of a better one. */
const LEAST_CHANCE = 0.1;

/**
 * Checks a sentence that quotes: its words stand in the paper, so that the verdict says whether they bear on the question.
 * Of the quotes that the gold questions get, 8 of 37 below the least chance are gold evidence; of those above 0.3 half are.
 */
export const checkQuotation: CheckSentence = async (sentence, evidence) => {
  const check = checkSentence(sentence, evidence);
  return check.verdict === "supported" && evidence.score < LEAST_CHANCE
    ? { verdict: "weak", reasons: ["stands so in the paper, but may not bear on the question"] }
    : check;
};
