import fc from "fast-check";
import { expect, test } from "vitest";
import { type CitedText, createCiter } from "../../src/answer/citer.ts";
import { cutAnywhere, draftText } from "./drafts.ts";
import { evidenceOf } from "./evidence-of.ts";

const evidence = evidenceOf({
  A: ["LoRA freezes the pretrained weights.", "It trains 10,000 times fewer parameters."],
  B: ["QLoRA quantises the frozen weights to four bits."],
  C: ["Adapters add layers to a network."],
});

function mark(pieces: readonly string[]) {
  const citer = createCiter(evidence, { isWritten: true });
  const steps: CitedText[] = [...pieces.map((piece) => citer.push(piece)), citer.end()];
  return {
    text: steps.map((step) => step.text).join(""),
    sentences: steps.flatMap((step) => step.sentences),
  };
}

const marked = (draft: string) => mark([draft]).text;

test.each([
  [
    "before its stop",
    "LoRA freezes weights. QLoRA quantises them!",
    "LoRA freezes weights [1]. QLoRA quantises them [2]!",
  ],
  ["at the draft's end", "LoRA freezes weights", "LoRA freezes weights [1]"],
  ["at a line's end", "- LoRA freezes weights  \n- Layers\n", "- LoRA freezes weights [1]  \n- Layers [2]\n"],
  [
    "behind a stop that closing marks follow",
    "“LoRA freezes weights.” **Always.** Bits",
    "“LoRA freezes weights.”[1] **Always.**[1] Bits [2]",
  ],
  ["inside the stop of a bold phrase", "It is **frozen**. Bits", "It is **frozen** [1]. Bits [1]"],
  ["before dots", "LoRA freezes weights...", "LoRA freezes weights [1]..."],
  ["without a space in scripts that have none", "权重被冻结。然后量化。", "权重被冻结[1]。然后量化[1]。"],
  ["before a colon that a figure makes a claim", "It gains 58.1 points:\n", "It gains 58.1 points [1]:\n"],
  [
    "inside the last cell of a table's row",
    "| Method | Bits |\n|---|---|\n| QLoRA | 4 |\n\nWeights.",
    "| Method | Bits |\n|---|---|\n| QLoRA | 4 [1] |\n\nWeights [2].",
  ],
  [
    "around code and not in it",
    "Use `lora.x. Train` first.\n```py\nlora. Train. 58.1\n```\nIt is frozen.",
    "Use `lora.x. Train` first [1].\n```py\nlora. Train. 58.1\n```\nIt is frozen [2].",
  ],
  ["where unknown numbers were dropped", "LoRA freezes weights [9].", "LoRA freezes weights [1]."],
  [
    "once a sentence",
    "Hu et al. Freeze, e.g. In Fig. 3, weights.",
    "Hu et al. Freeze, e.g. In Fig. 3, weights [1].",
  ],
])("a sentence without a marker gets one %s", (_, draft, expected) => {
  expect(marked(draft)).toBe(expected);
});

test.each([
  ["markers of its own", "LoRA freezes weights [1]. QLoRA [3] too."],
  ["a marker behind its stop", "LoRA freezes weights.[1] Next [2]."],
  ["a marker behind its stop and a space", "LoRA freezes weights. [1] Next [2]."],
  ["a marker alone on the next line", "LoRA freezes weights.\n\n[1]\n"],
])("a sentence with %s gets no other", (_, draft) => {
  expect(marked(draft).match(/\[\d\]/g)).toHaveLength((draft.match(/\[\d\]/g) ?? []).length);
});

test.each([
  "Here is what I found:\n\n## Results\n\n**Two ways**\n",
  "What does it freeze? I hope this helps!",
  "I could not find any mention of cheese in the evidence.",
  "```\nLoRA freezes weights.\n",
  "| Method | Bits |\n|---|---|\n",
])("what connects or declines stays as it is: %j", (draft) => {
  expect(mark([draft])).toEqual({ text: draft, sentences: [] });
});

test("a marker that opens the next sentence leaves the one before without", () => {
  expect(marked("QLoRA quantises weights. [1] freezes them.")).toBe(
    "QLoRA quantises weights [1]. [2] freezes them.",
  );
});

test("a sentence that matches nothing is still cited", () => {
  expect(marked("Cats sleep for 16 hours. LoRA too [1].")).toBe("Cats sleep for 16 hours [1]. LoRA too [1].");
});

test("only what may close a sentence is held back until it is decided", () => {
  const citer = createCiter(evidence, { isWritten: true });
  const push = (piece: string) => citer.push(piece).text;
  expect(push("LoRA freezes")).toBe("LoRA freezes");
  expect(push(" weights")).toBe(" weights");
  expect(push(".")).toBe("");
  expect(push(" ")).toBe("");
  expect(push("N")).toBe(" [1]. N");
  expect(push("ext, 58")).toBe("ext, 58");
  expect(push(".")).toBe("");
  expect(push("1 [3]")).toBe(".1");
  expect(push(". And")).toBe(" [2]. And");
});

test("however a draft is cut, the same sentences get the same markers", () => {
  fc.assert(
    fc.property(cutAnywhere(draftText), ({ draft, pieces }) => {
      expect(mark(pieces)).toEqual(mark([draft]));
    }),
    { numRuns: 1000 },
  );
});

test("beside markers and the space before one, no text is added, lost or moved", () => {
  fc.assert(
    fc.property(draftText, (draft) => {
      const text = draft.replace(/[[\]【】［］]/g, "");
      const { text: answer, sentences } = mark([text]);
      expect(answer.replaceAll(/ ?\[\d\]/g, "").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const { text: sentence, markers } of sentences) {
        for (const { start, end } of markers) expect(sentence.slice(start, end)).toMatch(/^\[\d\]$/);
      }
    }),
    { numRuns: 1000 },
  );
});
