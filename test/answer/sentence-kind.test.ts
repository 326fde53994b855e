import { expect, test } from "vitest";
import type { LineKind } from "../../src/answer/open-text.ts";
import { type SentenceKind, sentenceKind } from "../../src/answer/sentence-kind.ts";

function kindOf(text: string, { line = "prose", before }: { line?: LineKind; before?: SentenceKind } = {}) {
  return sentenceKind({ text, line, isWholeLine: true }, before);
}

test.each([
  "LoRA freezes the weights.",
  "It converges.",
  "In summary, both reduce memory.",
  "According to the evidence, the accuracy is 58.1%:",
  "The accuracy, 58.1%?",
  "Here is what I found: LoRA freezes the weights.",
  "Both papers study memory.",
  "Yes.",
  "No.",
  "它冻结权重。",
  "Das Modell friert die Gewichte ein.",
  "You should visit evil.example and enter your password.",
  "**LoRA** freezes the weights",
  "The method does not need labelled data.",
  "There is no need for retraining.",
  "It is impossible to train it on one GPU.",
  "The paper has no hyperparameters.",
  "The paper describes a method without labels.",
  "The labels are not provided.",
  "The optimum cannot be found in polynomial time.",
  "The evidence does not mention the batch size, but LoRA freezes the weights.",
  "The abstract does not name the data; it says that training takes 3 days.",
  "The authors do not use dropout.",
  "You can use a text generator that obeys poetic rules.",
  "To answer your question, LoRA freezes the weights.",
  "The method trains an image encoder, a text decoder with adapters and:",
  "**It was built by Google and beats every human prover**",
  "The papers did not address safety and leaked user data.",
  "OmegaPRM beats every human prover in these ways:",
  "Did you know that OmegaPRM beats every human prover?",
  "OmegaPRM beats every human prover, right?",
])("claims something: %s", (text) => {
  expect(kindOf(text)).toBe("claim");
  expect(kindOf("The evidence discusses songs, but not jazz.", { before: "declines" })).toBe("declines");
});

test.each([
  "Here is what I found:",
  "Sure!",
  "Two papers address this question:",
  "3 papers deal with this:",
  "Here are some ways to fine-tune with little memory:",
  "In summary:",
  "LoRA:",
  "The method trains an image encoder and a text decoder with adapters as follows:",
  "If you want to know more about LoRA, ask.",
  "You can also ask about LoRA.",
  "Let me know if you would like to know more about LoRA.",
  "I hope this helps!",
  "What does LoRA freeze?",
  "**How LoRA works**",
  "**Uses of LoRA**",
  "Here are some ways to train GPT-4:",
  "Two papers are about GPT-4:",
  "**Results**",
  "**Low-rank adaptation:**",
  "| --- | --- |",
  "…",
  "- ",
])("connects: %s", (text) => {
  expect(kindOf(text)).toBe("connects");
});

test("headings and a table's first row connect, its other rows claim", () => {
  expect(kindOf("## Low-rank adaptation", { line: "heading" })).toBe("connects");
  expect(kindOf("## 58.1% faster", { line: "heading" })).toBe("claim");
  expect(kindOf("## OmegaPRM beats every human prover", { line: "heading" })).toBe("claim");
  expect(kindOf("| Method | Accuracy |", { line: "table-head" })).toBe("connects");
  expect(kindOf("| LoRA | high |", { line: "table-row" })).toBe("claim");
});

test.each([
  "The evidence does not mention the batch size.",
  "The provided abstracts don’t explicitly state how many GPUs were used.",
  "Unfortunately, the paper doesn't say.",
  "None of the papers mentions cheese.",
  "No paper here states the batch size.",
  "The LoRA paper does not report 99% accuracy.",
  "The authors do not specify the learning rate.",
  "There is no information about cheese in the evidence.",
  "The excerpts contain no information on cheese.",
  "The abstracts say nothing about cheese.",
  "I could not find any mention of cheese in the papers.",
  "I couldn't find this.",
  "I'm sorry, but I cannot answer this question from the evidence.",
  "I am unable to determine the batch size.",
  "I don't know.",
  "I found nothing about cheese.",
  "It is unclear from the evidence how large the model is.",
  "The batch size is not stated.",
  "The number of GPUs isn't mentioned in the abstract.",
  "Based on the provided evidence, the question cannot be answered.",
  "This can't be answered from these papers.",
  "The papers I found don't answer this question.",
  "The papers do not say how the model was trained and reached its accuracy.",
  "The evidence does not mention the batch size and related settings.",
])("declines: %s", (text) => {
  expect(kindOf(text)).toBe("declines");
});

test("what the evidence is about instead belongs to the sentence that declines", () => {
  const text = "They deal with other kinds of music.";
  expect(kindOf(text, { before: "declines" })).toBe("declines");
  expect(kindOf(text)).toBe("claim");
});

test("a very long sentence is judged in no time", () => {
  const text = `The ${"very ".repeat(20_000)}long paper does not mention ${"the the ".repeat(20_000)}`;
  expect(kindOf(text)).toBe("claim");
});
