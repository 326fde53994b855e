import { expect, test } from "vitest";
import { readCheck } from "../../../src/web/checking/read-check.ts";

const evidence = { paperId: "p", title: "T", url: "u", quote: "q", quoteStart: 3, quoteEnd: 4, score: 0.5 };

test("a check is read with what it rests on", () => {
  const check = { verdict: "contradicted", confidence: 0.9, evidence: [evidence], reasons: ["a reason"] };
  expect(readCheck(check)).toEqual({
    verdict: "contradicted",
    confidence: 0.9,
    evidence: [{ paperId: "p", title: "T", quote: "q", quoteStart: 3, quoteEnd: 4 }],
    reasons: ["a reason"],
  });
});

test("a sentence of a given text has no paper, and evidence without a quote is none", () => {
  const given = { ...evidence, paperId: "" };
  const check = readCheck({ verdict: "supported", evidence: [given, {}, null] });
  expect(check?.evidence.map(({ paperId }) => paperId)).toEqual([undefined]);
});

test.each([undefined, null, "supported", { verdict: "perhaps" }, {}])("%o is no check", (value) => {
  expect(readCheck(value)).toBeUndefined();
});
