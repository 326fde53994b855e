import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSentence } from "../../src/check/check-sentence.ts";
import type { Evidence } from "../../src/domain/evidence.ts";

const ABSTRACT =
  "We propose Low-Rank Adaptation, or LoRA, which freezes the pretrained model weights and injects trainable rank " +
  "decomposition matrices into each layer. Compared to GPT-3 175B fine-tuned with Adam, LoRA can reduce the number of " +
  "trainable parameters by 10,000 times. It reaches 58.1 % on MNLI with a top-5 beam, in three of the settings. " +
  "Rates in [0, 1] were tuned; accuracy is 71.30 on GSM8K.";
const EVIDENCE: Evidence = {
  paper: {
    paperId: "lora",
    title: "LoRA: Low-Rank Adaptation of Large Language Models",
    abstract: ABSTRACT,
    rawAbstract: ABSTRACT,
    sources: [],
  },
  quote: ABSTRACT.slice(0, 60),
  quoteStart: 0,
  quoteEnd: 60,
  score: 1,
};
const check = (sentence: string) => checkSentence(sentence, EVIDENCE);
const SUPPORTED = { verdict: "supported", reasons: [] };

test.each([
  ["in quotation marks", "“LoRA can reduce the number of trainable parameters by 10,000 times.” [1]"],
  ["in a list item", "- *“freezes the pretrained model weights”* [1][2]"],
  ["with an elision", "“We propose Low-Rank Adaptation … freezes the pretrained model weights” [1]."],
  ["with escapes", "“Rates in \\[0, 1\\] were tuned” [1]"],
  ["with other white space", "LoRA can reduce  the number\nof trainable parameters [1]."],
  [
    "behind its paper's name",
    "1. **LoRA: Low-Rank Adaptation of Large Language Models**: “We propose Low-Rank Adaptation” [1]",
  ],
])("a verbatim quotation %s is supported", (_, sentence) => {
  expect(check(sentence)).toEqual(SUPPORTED);
});

test.each([
  "LoRA freezes the weights of the pretrained model and injects trainable matrices into every layer [1].",
  "Training parameters are reduced 10000 times compared with fine-tuning GPT-3 [1].",
  "On MNLI it reaches 58.1% in 3 settings [1].",
  "With a beam of the top 5, LoRA reaches 58.1 percent on MNLI [1].",
  "LoRA's accuracy on GSM8K is 71.3 [1].",
  "LoRA adapts LLMs by training low-rank matrices in their layers [1].",
])("a faithful paraphrase is supported: %s", (sentence) => {
  expect(check(sentence)).toEqual(SUPPORTED);
});

test.each([
  ["It reaches 58.7% on MNLI [1].", ["number 58.7% not in the paper"]],
  ["LoRA trains 1,000 times fewer parameters [1].", ["number 1,000 not in the paper"]],
  ["It reaches 71.3% on GSM8K [1].", ["number 71.3% not in the paper"]],
  [
    "LoRA was tested on 8 tasks with 64 GPUs [1].",
    ["number 8 not in the paper", "number 64 not in the paper"],
  ],
])("a figure that the paper doesn't state is unsupported: %s", (sentence, reasons) => {
  expect(check(sentence)).toEqual({ verdict: "unsupported", reasons });
});

test("list numerals and markers are no figures of the sentence", () => {
  expect(check("7. LoRA freezes the pretrained model weights [12][34].")).toEqual(SUPPORTED);
});

test.each([
  ["QLoRA freezes the pretrained model weights [1].", ["name QLoRA not in the paper"]],
  ["LoRA reduces the parameters of GPT-4 by 10,000 times [1].", ["name GPT-4 not in the paper"]],
  ["The weights frozen by LoRA are those of Mistral [1].", ["name Mistral not in the paper"]],
])("a name that the paper doesn't have is weak: %s", (sentence, reasons) => {
  expect(check(sentence)).toEqual({ verdict: "weak", reasons });
});

test("figures that the paper has the other way round are weak", () => {
  const abstract = "TinyProver reaches 33.61% on Valid and 36.48% on Test.";
  const evidence = { ...EVIDENCE, paper: { ...EVIDENCE.paper, abstract } };
  expect(checkSentence("TinyProver reaches 36.48% on Valid and 33.61% on Test [1].", evidence)).toEqual({
    verdict: "weak",
    reasons: ["the paper has 36.48% and 33.61% the other way round"],
  });
});

test("a quotation that the paper doesn't have is weak", () => {
  expect(check("LoRA “freezes the model weights and the layer matrices” [1].")).toEqual({
    verdict: "weak",
    reasons: ["the quotation does not stand so in the paper"],
  });
});

test("a sentence about something else is weak, and up to three of its words are named", () => {
  expect(check("Rain falls on the quiet harbour while fishermen sleep [1].")).toEqual({
    verdict: "weak",
    reasons: ["words not in the paper: Rain, falls, quiet"],
  });
});

test.each(["", "[1]", "“…” [1]", "And so it is [1]."])("nothing to check is weak: %j", (sentence) => {
  expect(check(sentence)).toEqual({ verdict: "weak", reasons: ["no words that could be checked"] });
});

test("any run of the abstract's words is supported", () => {
  const words = ABSTRACT.split(" ");
  fc.assert(
    fc.property(fc.nat(words.length - 4), fc.integer({ min: 4, max: 12 }), (start, count) => {
      const quotation = words.slice(start, start + count).join(" ");
      expect(check(`“${quotation.replaceAll("[", "\\[")}” [1]`)).toEqual(SUPPORTED);
    }),
  );
});

test("no text makes it fail, and only what is not supported has reasons", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem()), (sentence) => {
      const { verdict, reasons } = check(sentence);
      expect(reasons.length > 0).toBe(verdict !== "supported");
    }),
  );
});
