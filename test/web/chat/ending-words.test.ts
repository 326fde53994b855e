import { expect, test } from "vitest";
import type { Verdict } from "../../../src/domain/answer.ts";
import { endingWords } from "../../../src/web/chat/ending-words.ts";
import { answer, citation, source } from "../export/answers.ts";

const cited = (sentence: number, verdict: Verdict) =>
  citation(1, `quote ${sentence} ${verdict}`, { answerStart: sentence, verdict });

test("tells how many sources there are, which sentences to doubt, and what is not answered", () => {
  const state = answer("…", {
    sources: [1, 2, 3, 4].map((number) => source(number)),
    citations: [cited(0, "supported"), cited(20, "weak"), cited(40, "unsupported"), cited(40, "weak")],
    outcome: { kind: "answered", missing: ["what the training cost"], nearest: [] },
  });
  expect(endingWords(state)).toBe(
    "End of the answer, with 4 sources. One sentence is only partly supported, one is not supported. Not answered: what the training cost.",
  );
});

test("counts sentences, not citations, and says nothing where there is nothing to doubt", () => {
  const unsupported = [0, 20, 40].map((sentence) => cited(sentence, "unsupported"));
  expect(endingWords(answer("…", { citations: unsupported }))).toBe(
    "End of the answer, with 2 sources. 3 sentences are not supported.",
  );
  expect(endingWords(answer("…", { citations: [cited(0, "supported")] }))).toBe(
    "End of the answer, with 2 sources.",
  );
  expect(endingWords(answer("…", { sources: [] }))).toBe("End of the answer.");
});

test("tells what broke an answer off", () => {
  expect(endingWords(answer("…", { phase: "failed", failure: "It broke." }))).toBe("It broke.");
  expect(endingWords(answer("…", { phase: "stopped" }))).toBe("Stopped.");
});
