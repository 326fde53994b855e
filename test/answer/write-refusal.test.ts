import { expect, test } from "vitest";
import { refusalText } from "../../src/answer/write-refusal.ts";
import { LISTENING, RULES } from "../fixtures/papers.ts";

const quote =
  "we propose Rule-following Language Evaluation Scenarios (RuLES), a programmatic framework for measuring rule-following ability.";
const quoteStart = RULES.abstract.indexOf(quote);
const closest = { paper: RULES, quote, quoteStart, quoteEnd: quoteStart + quote.length, score: 0.4 };

test("a detail that isn't stated is told with its paper, what that never mentions, and where it comes closest", () => {
  const text = refusalText("not-stated", [], {
    notStated: { paper: RULES, names: ["GPT-9", "*BIRD*"], closest },
  });
  expect(text).toBe(
    "The abstract of **Can LLMs Follow Simple Rules?**, which never mentions GPT-9 or \\*BIRD*, doesn't state that.\n\n" +
      `It comes closest here: “… ${quote.slice(0, -1)}” [1].`,
  );
});

test("without evidence the nearest papers are offered, and no marker stands there", () => {
  const text = refusalText("no-evidence", [RULES, LISTENING]);
  expect(text).toContain("I found nothing");
  expect(text).toContain(`- ${RULES.title}\n- ${LISTENING.title}`);
  expect(text).not.toMatch(/\[\d/);
});

test("a question that was limited to some papers is told what those don't state", () => {
  expect(refusalText("no-evidence", [], { isLimited: true })).toBe(
    "The papers that you asked about don't state that in their abstracts.",
  );
  expect(refusalText("out-of-scope", [], { isLimited: true })).toContain("this isn't one of them");
});
