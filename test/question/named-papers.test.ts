import { expect, test } from "vitest";
import { namedPapers, namesIn } from "../../src/question/named-papers.ts";
import { FLAMES, ORCA, ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

const titlesIn = (text: string) => namedPapers(text, PAPERS).map(({ paper }) => paper.title);

test.each([
  ["back to Orca-Math: what did it score?", [ORCA_MATH.title]],
  ["does orca math use tools?", [ORCA_MATH.title]],
  ["Is TULU 3 better than Orca?", [TULU.title, ORCA.title]],
  ["What does Flames measure?", [FLAMES.title]],
  ["“Flames: Benchmarking Value Alignment of LLMs in Chinese” says so", [FLAMES.title]],
  ["Orca's size?", [ORCA.title]],
])("%s", (text, titles) => {
  expect(titlesIn(text)).toEqual(titles);
});

test.each([
  "Which models go up in flames?",
  "Flames spread quickly.",
  "Is Orca-Mini any good?",
  "What is TÜLU 3.1?",
  "Does it help?",
])("%s names no paper", (text) => {
  expect(titlesIn(text)).toEqual([]);
});

test("names have two capitals, or a capital and a digit", () => {
  expect(namesIn("TAPIR beats Qwen2.5 and GPT-4 on GSM8K, says Ada; TAPIR again")).toEqual([
    "TAPIR",
    "Qwen2.5",
    "GPT-4",
    "GSM8K",
  ]);
});
