import { type CheckSentence, checkSentence } from "./check-sentence.ts";

/** A sentence that is evidence with a smaller chance is quoted only for want of a better one. */
export const LEAST_CHANCE = 0.06;

/**
 * Checks a sentence that quotes: its words stand in the paper, so that the verdict says whether they bear on the question.
 * Of the sentences of the gold questions' papers, one in ten below the least chance is gold evidence; of those above 0.3 half are.
 */
export const checkQuotation: CheckSentence = async (sentence, evidence) => {
  const check = checkSentence(sentence, evidence);
  return check.verdict === "supported" && evidence.score < LEAST_CHANCE
    ? { verdict: "weak", reasons: ["stands so in the paper, but may not bear on the question"] }
    : check;
};
