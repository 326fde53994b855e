import { expect, test } from "vitest";
import { aspectQuestions } from "../../src/answer/question-aspects.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { paperOf } from "../fixtures/papers.ts";

const PAPER = paperOf(
  "PURPLE: Making a Model a Better SQL Writer",
  "However, writing SQL is a hard problem for language models. " +
    "We propose PURPLE, a method that retrieves demonstrations for writing queries. " +
    "We also introduce a new benchmark of twelve thousand questions about databases. " +
    "PURPLE reaches 80.5% exact-set match accuracy on the Spider1 benchmark. " +
    "We demonstrate that the order of demonstrations matters more than their number. " +
    "The code of PURPLE is available at https://example.org/purple for everyone.",
);

function questions(isUnread: (sentence: string) => boolean, isTitle = false): readonly string[] {
  const sentences = splitPassages(PAPER)
    .flatMap((passage) => passage.sentences)
    .map(({ start, end }) => ({ start, end, isUnread: isUnread(PAPER.abstract.slice(start, end)) }));
  const name = { text: isTitle ? "“PURPLE”" : "PURPLE", isTitle };
  return aspectQuestions(PAPER, sentences, name).map(({ text }) => text);
}

test("nothing is asked of an abstract that was read", () => {
  expect(questions(() => false)).toEqual([]);
});

test.each([
  [/80\.5%/u, "What does PURPLE achieve on Spider1?"],
  [/80\.5%/u, "What results does PURPLE achieve?"],
  [/new benchmark/u, "Which benchmark comes with PURPLE?"],
  [/code of/u, "Is the code of PURPLE available?"],
  [/hard problem/u, "What problem does PURPLE address?"],
])("a sentence with %s that was not read is asked about", (told, question) => {
  expect(questions((sentence) => told.test(sentence))).toContain(question);
  expect(questions((sentence) => !told.test(sentence))).not.toContain(question);
});

test("a paper is asked about by its title as a paper", () => {
  const asked = questions(() => true, true);
  expect(asked).toContain("What does “PURPLE” demonstrate?");
  expect(asked).toContain("Which benchmark does “PURPLE” introduce?");
  expect(asked.join(" ")).not.toContain("comes with");
});

test("one summary is asked for, and no question twice", () => {
  const asked = questions(() => true);
  expect(asked[0]).toBe("What is the main contribution of PURPLE?");
  expect(asked.filter((question) => /key idea|main/u.test(question))).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
});
