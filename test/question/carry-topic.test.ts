import { expect, test } from "vitest";
import type { Turn } from "../../src/domain/question.ts";
import { carryTopic } from "../../src/question/carry-topic.ts";
import { answered, asked, FLAMES, ORCA, ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

const KNOWN = { papers: PAPERS, weightOf: () => 1 };
const ON_ORCA_MATH = [
  asked("Can a small model do word problems?"),
  answered("“We present Orca-Math, which achieves 86.81% on GSM8k” [1].", ORCA_MATH),
];
const ON_SEVERAL = [asked("Which models are open?"), answered("These are.", TULU, ORCA, FLAMES)];

const understood = (question: string, history: readonly Turn[]) => carryTopic({ history, question }, KNOWN);

test.each([
  [
    "How much did that help?",
    ON_ORCA_MATH,
    "(about: Orca-Math: Unlocking the potential of SLMs in Grade School Math)",
  ],
  ["and on AIME?", ON_ORCA_MATH, "(about: Orca-Math: Unlocking the potential of SLMs in Grade School Math)"],
  ["How large is the second one?", ON_SEVERAL, `(about: ${ORCA.title})`],
  ["And the last?", ON_SEVERAL, `(about: ${FLAMES.title})`],
  ["Does it beat Orca?", ON_ORCA_MATH, `(about: ${ORCA_MATH.title}; ${ORCA.title})`],
  ["back to Orca-Math: what does it score?", ON_SEVERAL, `(about: ${ORCA_MATH.title})`],
  ["What about RLVR?", ON_ORCA_MATH, `(about: ${TULU.title})`],
  ["Is it better than Orca?", ON_ORCA_MATH, `(about: ${ORCA_MATH.title}; ${ORCA.title})`],
  ["Compare the second and the third", ON_SEVERAL, `(about: ${ORCA.title}; ${FLAMES.title})`],
  ["What do they have in common?", ON_SEVERAL, `(about: ${TULU.title}; ${ORCA.title}; ${FLAMES.title})`],
])("%s", (question, history, about) => {
  const { text, parts } = understood(question, history);
  expect(text).toBe(`${question} ${about}`);
  expect(parts.at(-1)).toEqual({ text: question, weight: 1 });
});

test("a follow-up carries the last question and answer at a lower weight, and titles that they don't name", () => {
  const parts = understood("How much did that help?", ON_SEVERAL).parts.slice(0, -1);
  expect(parts.map(({ text }) => text)).toEqual([
    TULU.title,
    ORCA.title,
    FLAMES.title,
    "Which models are open?",
    "These are.",
  ]);
  expect(parts.every(({ weight }) => weight < 1)).toBe(true);
  const named = understood("How much did that help?", ON_ORCA_MATH).parts;
  expect(named.map(({ text }) => text)).not.toContain(ORCA_MATH.title);
});

test("a paper counted out leaves the rest of the answer behind", () => {
  expect(understood("How large is the second one?", ON_SEVERAL).parts).toEqual([
    { text: ORCA.title, weight: 1 },
    { text: "How large is the second one?", weight: 1 },
  ]);
});

test("a place that the list doesn't have means no paper of it", () => {
  const question = "What about the fifth one?";
  expect(understood(question, ON_SEVERAL)).toEqual({
    text: question,
    parts: [{ text: question, weight: 1 }],
  });
});

test("help and refusals, and the papers that they name, don't change what is spoken of", () => {
  const history = [
    ...ON_ORCA_MATH,
    asked("Who won the cup?"),
    answered("I found nothing in these papers that answers this.\n\nThe papers that come closest:\n\n- Orca"),
    asked("Thanks!"),
    answered("I am Footnote. You could ask:\n\n- What is Flames?"),
  ];
  expect(understood("How much did that help?", history).text).toContain(`(about: ${ORCA_MATH.title})`);
});

test("the first of several papers that came one by one", () => {
  const history = [...ON_ORCA_MATH, asked("What is Flames?"), answered("A benchmark.", FLAMES)];
  expect(understood("Does the first paper use GPT-4?", history).text).toContain(ORCA_MATH.title);
});

test("a name by itself asks what was asked last", () => {
  const history = [asked("How large is Orca?"), answered("13 billion.", ORCA)];
  expect(understood("and TÜLU 3?", history)).toEqual({
    text: `and TÜLU 3? (about: ${TULU.title})`,
    parts: [
      { text: TULU.title, weight: 1 },
      { text: "How large is Orca?", weight: 0.5 },
      { text: "and TÜLU 3?", weight: 1 },
    ],
  });
});

test("where no paper can be told, the words since the last whole question are carried", () => {
  const history = [
    asked("How can I rank sampled solutions by correctness?"),
    answered("One approach trains verifiers."),
    asked("Is that only for maths?"),
    answered("No, it covers code as well."),
  ];
  const { text, parts } = understood("What are those two called?", history);
  expect(text).toBe("What are those two called? (after: How can I rank sampled solutions by correctness?)");
  expect(parts.map((part) => part.text)).toEqual([
    "How can I rank sampled solutions by correctness?",
    "Is that only for maths?",
    "One approach trains verifiers.",
    "No, it covers code as well.",
    "What are those two called?",
  ]);
});

test.each([
  "What did Quiet-STaR improve on commonsense reasoning benchmarks?",
  "Is it possible to train text-to-image models on synthetic captions?",
  "What is the best way to filter pretraining data?",
  "Which papers study how language models know their limits?",
  "Are there any benchmarks that test web agents?",
  "What is RuLES and how many scenarios does it have?",
  "game of life transformer",
  "Can a robot find the kitchen when it has never seen the flat?",
  "How many adversarial prompts does Flames have?",
  "¿Qué puntuaciones obtiene Orthus en GenEval?",
  "Why do LLMs hallucinate?",
  "Which data is TÜLU 3 trained on?",
  "What is RLVR?",
  "How do watermarks get attacked?",
  "Some groups say that rewards don't matter. Does that hold up on unseen questions?",
])("%s changes the subject", (question) => {
  expect(understood(question, ON_ORCA_MATH)).toEqual({
    text: question,
    parts: [{ text: question, weight: 1 }],
  });
});

test("without earlier turns there is nothing to carry", () => {
  expect(understood("And on it?", []).text).toBe("And on it?");
});

test("the opening of a long turn is carried, cut between words", () => {
  const history = [asked("Why?"), answered("word ".repeat(1000))];
  const carried = understood("And then?", history).parts.map(({ text }) => text);
  expect(carried.every((text) => text.length <= 600 && !/wor$/u.test(text))).toBe(true);
});
