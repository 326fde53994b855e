import { expect, test } from "vitest";
import { createNearestEvidence } from "../../src/answer/nearest-evidence.ts";
import { evidenceOf } from "./evidence-of.ts";

const evidence = evidenceOf({
  LoRA: ["The pretrained weights stay frozen.", "It trains 10,000 times fewer parameters."],
  Adapters: ["Layers are added to a frozen network.", "They slow inference down."],
});
const [frozen, fewer, layers, slow] = evidence;
const nearest = createNearestEvidence(evidence);

test.each([
  ["words of its quote", "Its weights are never changed.", frozen],
  ["a figure", "There are 10,000 times fewer of them.", fewer],
  ["rare words before common ones", "In a frozen network, layers are new.", layers],
  ["the name in its paper's title", "Adapters are an older idea.", layers],
  ["nothing at all", "Cats sleep on warm roofs.", frozen],
])("finds evidence by %s", (_, sentence, expected) => {
  expect(nearest(sentence, undefined)).toBe(expected);
});

test("a sentence that shares nothing is about what was cited before it", () => {
  expect(nearest("Cats sleep on warm roofs.", slow)).toBe(slow);
});

test("a sentence that goes on is about the paper before, unless it names another", () => {
  expect(nearest("It is frozen.", undefined)).toBe(frozen);
  expect(nearest("It is frozen.", layers)).toBe(layers);
  expect(nearest("It slows inference down.", frozen)).toBe(slow);
});

test("without evidence there is none", () => {
  expect(createNearestEvidence([])("LoRA freezes the weights.", undefined)).toBeUndefined();
});
