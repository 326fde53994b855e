import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BY_TOKENS, BY_WORDS, judge } from "./claims.ts";

describe.each([
  ["with token vectors", BY_TOKENS],
  ["by words alone", BY_WORDS],
])("a claim, judged %s,", (_, parts) => {
  test.each([
    "Careful sampling reduces repetitions by 41.5% compared to nucleus sampling.",
    "On 12 datasets, careful sampling lowers repetitions by 41.5%.",
    "Careful sampling was not effective on poems.",
    "Larger models benefit more from careful sampling than smaller models.",
    "Careful sampling is the first method that prunes tokens by their entropy for short stories.",
  ])("is supported where the paper says so: %s", async (claim) => {
    expect(await judge(claim, parts)).toMatchObject({ verdict: "supported", reasons: [] });
  });

  test.each([
    ["Careful sampling reduces repetitions by 14.5% on 12 datasets.", /number 14\.5% not in the paper/],
    ["Nucleus sampling was trained for 30 days.", /number 30 day not in the paper/],
    ["Careful sampling reduces repetitions compared to Mirostat sampling.", /name Mirostat not in the paper/],
    [
      "Careful sampling increases repetitions on 12 datasets.",
      /the paper says “reduces” where the claim says “increases”/,
    ],
    [
      "Careful sampling was effective on poems.",
      /the paper says “not effective” where the claim says “effective”/,
    ],
    [
      "All annotators suggest that larger models benefit more.",
      /the claim says “All”|where the claim says “All”/,
    ],
    ["The length of a text causes its fluency.", /“causes”/],
    ["Careful sampling is the first method.", /“first”/],
  ])("is not where it was changed: %s", async (claim, reason) => {
    const { verdict, reasons } = await judge(claim, parts);
    expect(verdict).not.toBe("supported");
    expect(reasons.join("\n")).toMatch(reason);
  });
});

test("a paraphrase in other words is supported by token vectors", async () => {
  const { verdict } = await judge("Raters indicate that big models profit more than little ones.");
  expect(verdict).toBe("supported");
});

test("a comparison turned round is seen", async () => {
  const { verdict, reasons } = await judge(
    "Smaller models benefit more than larger models from careful sampling.",
  );
  expect(verdict).toBe("contradicted");
  expect(reasons).toContain("the paper compares the other way round");
});

test("what the paper says otherwise is contradicted, what it doesn't speak of is not stated", async () => {
  expect(await judge("Careful sampling increases repetitions on 12 datasets.")).toMatchObject({
    verdict: "contradicted",
  });
  const other = await judge("The office of the company was painted blue by volunteers.");
  expect(other).toMatchObject({ verdict: "not-stated" });
  expect(other.reasons.join()).toMatch(/words not in the paper: office/);
});

test("what a paper only asks bears nothing out", async () => {
  expect((await judge("Careful sampling increases fluency.")).verdict).not.toBe("supported");
});

test("nothing to check is not stated", async () => {
  expect(await judge("And so it is.")).toMatchObject({
    verdict: "not-stated",
    reasons: ["no words that could be checked"],
  });
});

test("no text makes it fail, and only what is not supported has reasons", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.lorem()), async (claim) => {
      const { verdict, reasons, probability } = await judge(claim, BY_WORDS);
      expect(reasons.length > 0).toBe(verdict !== "supported");
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});
