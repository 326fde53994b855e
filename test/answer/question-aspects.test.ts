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
  expect(asked).toContain("What do the authors of “PURPLE” find?");
  expect(asked).toContain("Which benchmark does “PURPLE” introduce?");
  expect(asked.join(" ")).not.toContain("comes with");
});

test("no question is asked twice, and none in a verb without its object", () => {
  for (const isTitle of [false, true]) {
    const asked = questions(() => true, isTitle);
    expect(new Set(asked).size).toBe(asked.length);
    expect(
      asked.filter((question) => /does \S+ (?:require|leverage|enable|observe)\?/u.test(question)),
    ).toEqual([]);
  }
});

test("how it is asked what was made follows the sentence", () => {
  const about = (sentence: string, isTitle = false) => {
    const paper = paperOf(
      "A Paper",
      `It was known before that this is so, and nobody doubted it at all. ${sentence}`,
    );
    const sentences = splitPassages(paper)
      .flatMap((passage) => passage.sentences)
      .map((span) => ({ ...span, isUnread: span.start > 0 }));
    const name = { text: isTitle ? "“A Paper”" : "Maple", isTitle };
    return aspectQuestions(paper, sentences, name).map(({ text }) => text)[0];
  };
  expect(about("The framework uses two modules and combines planning with search.")).toBe(
    "What does Maple consist of?",
  );
  expect(about("We introduce a way of planning.")).toBe("What is new about Maple?");
  expect(about("Our method selects the examples by their length.")).toBe("How does Maple work?");
  expect(about("We introduce a way of planning.", true)).toBe("What do the authors of “A Paper” propose?");
});
