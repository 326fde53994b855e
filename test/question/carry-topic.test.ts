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
    const { text, parts } = carryTopic({ history, question });
    expect(text).toContain(question);
    expect(text).toContain("Which paper introduced MBPP?");
    expect(text).toContain("Program Synthesis");
    expect(parts.at(-1)).toEqual({ text: question, weight: 1 });
    expect(parts.slice(0, -1).every(({ weight }) => weight < 1)).toBe(true);
  },
);

test("a question that stands alone is left as it is, with or without turns before it", () => {
  const question = "What did Quiet-STaR improve on commonsense reasoning benchmarks?";
  expect(carryTopic({ history, question })).toEqual({
    text: question,
    parts: [{ text: question, weight: 1 }],
  });
  expect(carryTopic({ history: [], question: "And on it?" }).text).toBe("And on it?");
});
