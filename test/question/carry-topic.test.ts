import { expect, test } from "vitest";
import { carryTopic } from "../../src/question/carry-topic.ts";

const turn = (role: "user" | "assistant", text: string) => ({ role, text, citedPaperUrls: [] });
const history = [
  turn("user", "Which paper introduced MBPP?"),
  turn("assistant", "Program Synthesis with Large Language Models introduced MBPP, with 974 Python tasks."),
];

test.each(["How well did the biggest model do on it?", "And on GSM8K?", "Who annotated those tasks?"])(
  "%s carries the topic of the turns before it",
  (question) => {
    const standalone = carryTopic({ history, question });
    expect(standalone).toContain(question);
    expect(standalone).toContain("Which paper introduced MBPP?");
    expect(standalone).toContain("Program Synthesis");
  },
);

test("a question that stands alone is left as it is, with or without turns before it", () => {
  const question = "What did Quiet-STaR improve on commonsense reasoning benchmarks?";
  expect(carryTopic({ history, question })).toBe(question);
  expect(carryTopic({ history: [], question: "And on it?" })).toBe("And on it?");
});
