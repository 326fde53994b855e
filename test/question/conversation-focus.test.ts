import { expect, test } from "vitest";
import { conversationFocus } from "../../src/question/conversation-focus.ts";
import { answered, asked, FLAMES, ORCA, ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

test("the papers that answers cited, in the order of their numbers", () => {
  const history = [asked("Which models are open?"), answered("Two are.", TULU, ORCA), asked("And small?")];
  expect(conversationFocus(history, PAPERS)).toEqual([[TULU, ORCA]]);
});

test("papers are known by their address here or outside, others left out", () => {
  const citedPaperUrls = [
    "https://arxiv.org/abs/2411.15124",
    `https://papers.example/papers/${FLAMES.paperId}?x=1`,
    "https://example.com/papers/%E0%A4%A",
    "nonsense",
  ];
  const answer = { role: "assistant" as const, text: "So it is.", citedPaperUrls };
  expect(conversationFocus([answer], PAPERS)).toEqual([[TULU, FLAMES]]);
});

test("without addresses the text tells, by titles or by a name that one paper has", () => {
  expect(conversationFocus([answered("Orca-Math does: it scores 86.81%.")], PAPERS)).toEqual([[ORCA_MATH]]);
  expect(conversationFocus([answered("They train it by RLVR.")], PAPERS)).toEqual([[TULU]]);
  expect(conversationFocus([answered("I found nothing."), asked("And Flames?")], PAPERS)).toEqual([[FLAMES]]);
});
