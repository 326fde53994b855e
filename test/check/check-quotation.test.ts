import { expect, test } from "vitest";
import { checkQuotation } from "../../src/check/check-quotation.ts";
import { RULES } from "../fixtures/papers.ts";

const quote = "RuLES consists of 15 simple text scenarios";
const evidenceOf = (score: number) => ({ paper: RULES, quote, quoteStart: 0, quoteEnd: quote.length, score });

test("a quotation that bears on the question is supported, another is weak", async () => {
  expect(await checkQuotation(`“${quote}” [1].`, evidenceOf(0.5))).toEqual({
    verdict: "supported",
    reasons: [],
  });
  const weak = await checkQuotation(`“${quote}” [1].`, evidenceOf(0.05));
  expect(weak.verdict).toBe("weak");
  expect(weak.reasons.join()).toContain("may not bear on the question");
});

test("words that aren't the paper's are found out whatever the chance", async () => {
  expect(
    (await checkQuotation("“RuLES consists of 99 simple text scenarios” [1].", evidenceOf(0.9))).verdict,
  ).toBe("unsupported");
});
