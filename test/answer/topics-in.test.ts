import { expect, test } from "vitest";
import { topicsIn } from "../../src/answer/topics-in.ts";

const paper = {
  title: "Pruning at Birth",
  abstract: "GPT-4o is judged once. Maple3 is fast, and Maple3 is small.",
};

test.each([
  ["This reduces the risk of catastrophic forgetting.", "catastrophic forgetting"],
  ["Pruning changes the state of the hidden layers, and it is fast.", "the hidden layers"],
  ["It is judged by annotators and GPT-4o in the end.", "GPT-4o"],
])("%j speaks of %j", (sentence, topic) => {
  expect(topicsIn(sentence, paper)).toEqual([topic]);
});

test.each([
  "The accuracy of larger models fails, as it did before.",
  "There are many kinds of language models.",
  "It wins in various settings.",
  "It comes with environments covering locomotion.",
  "Maple3 and other LLMs are LLM-based.",
  "We show Task-Aware planning of human-AI teams.",
  "We study pruning at birth, and it works.",
])("%j speaks of nothing to ask about", (sentence) => {
  expect(topicsIn(sentence, paper)).toEqual([]);
});

test("no part of an address is a topic", () => {
  const sentence =
    "A video is at https://www.youtube.com/watch?v=KYs4nTDzEhk and github.com/Some/RepoName for all.";
  expect(topicsIn(sentence, { title: "DB-GPT", abstract: sentence })).toEqual([]);
});
