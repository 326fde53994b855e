import type { GoldQuestion } from "../../src/eval/gold-question.ts";

/** A gold question; what a test doesn't name is plain. */
export function goldOf(changes: Partial<GoldQuestion> = {}): GoldQuestion {
  return {
    id: "g-1",
    type: "numeric",
    history: [],
    question: "How many scenarios are there?",
    gold: ["Can LLMs Follow Simple Rules?"],
    facts: [["15"]],
    evidence: [],
    answer: "15.",
    ...changes,
  };
}
