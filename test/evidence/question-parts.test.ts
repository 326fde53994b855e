import { expect, test } from "vitest";
import { matchesOfPart } from "../../src/evidence/part-matches.ts";
import { questionParts } from "../../src/evidence/question-parts.ts";

const textsOf = (question: string) => questionParts(question).map(({ text }) => text);

test.each([
  [
    "How big is TextAtlas, and how large is its test set?",
    ["How big is TextAtlas", "how large is its test set?"],
  ],
  [
    "In the study of Arabic classifiers, how many people judged the examples, which models were fooled, and how much accuracy came back?",
    [
      "In the study of Arabic classifiers, how many people judged the examples",
      "which models were fooled",
      "how much accuracy came back?",
    ],
  ],
  [
    "Who annotated CLSE? Which dialogue dataset was augmented with it?",
    ["Who annotated CLSE?", "Which dialogue dataset was augmented with it?"],
  ],
  [
    "What was tested, on how many datasets, and name a benchmark used.",
    ["What was tested, on how many datasets", "name a benchmark used."],
  ],
])("%s is cut where another thing is asked", (question, parts) => {
  expect(textsOf(question)).toEqual(parts);
});

test.each([
  "What is R-Tuning?",
  "When a prompt is split into two, what is saved?",
  "If a model is rewarded for its result, does its reasoning suffer?",
  "Do joins, unions and nesting matter?",
  "Who wrote the Skill-it! paper?",
])("%s asks one thing", (question) => {
  expect(textsOf(question)).toEqual([question]);
});

test("a part keeps the weights of its own tokens only, behind what was carried over", () => {
  const question = "How big is TextAtlas5M, and which test set?";
  const pieces = [
    "earlier",
    "how",
    "big",
    "is",
    "text",
    "##atlas",
    "##5",
    "##m",
    "and",
    "which",
    "test",
    "set",
  ];
  const matches = { pieces, weights: pieces.map(() => 1), title: [], sentences: [] };
  const [first, second] = questionParts(question);
  const weighed = (part: typeof first) =>
    matchesOfPart(matches, question, part ?? { text: "", start: 0, end: 0 })?.weights.flatMap(
      (weight, token) => (weight > 0 ? [pieces[token]] : []),
    );
  expect(weighed(first)).toEqual(["how", "big", "is", "text", "##atlas", "##5", "##m"]);
  expect(weighed(second)).toEqual(["which", "test", "set"]);
});

test("pieces that aren't the question's letters leave all weights as they are", () => {
  const matches = { pieces: ["[UNK]", "how"], weights: [1, 2], title: [], sentences: [] };
  expect(matchesOfPart(matches, "什么 how", { text: "how", start: 3, end: 6 })).toBe(matches);
});
