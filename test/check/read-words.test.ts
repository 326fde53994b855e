import fc from "fast-check";
import { expect, test } from "vitest";
import { readWords, wordsOf } from "../../src/check/read-words.ts";
import { wordCosines } from "../../src/check/word-cosines.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";

const { tokens } = createMiniLmModel();
const DIMENSIONS = 384;

test("words keep their place, decimals and negated endings whole", () => {
  const text = "It doesn't reach 1,000.5 on GSM8K, Müller’s set.";
  const words = wordsOf(text);
  expect(words.map((word) => word.text)).toEqual([
    "It",
    "doesn't",
    "reach",
    "1,000.5",
    "on",
    "GSM8K",
    "Müller’s",
    "set",
  ]);
  for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
});

test("every word that the model reads gets a vector of unit length, however it is cut into pieces", async () => {
  const [read] = await readWords(
    ["Unhallucinated retrievers: GSM8K's 97.4% — naïve (LoRA) 漢字 😀 work."],
    tokens,
  );
  const words = read?.words ?? [];
  expect(read?.rows).toHaveLength(words.length * DIMENSIONS);
  for (const [row, word] of words.entries()) {
    const length = Math.hypot(...(read?.rows ?? []).slice(row * DIMENSIONS, (row + 1) * DIMENSIONS));
    expect([word.text, length.toFixed(3)]).toEqual([word.text, "1.000"]);
  }
});

test("words of one meaning are nearer than others, and the same word is the same anywhere", async () => {
  const [one, other] = await readWords(["The automobile stopped quickly.", "A car halted; quickly."], tokens);
  if (!one || !other) throw new Error("Nothing was read.");
  const { values, columns } = wordCosines(one, other);
  const cosine = (row: number, column: number) => values[row * columns + column] ?? 0;
  expect(cosine(1, 1)).toBeGreaterThan(cosine(1, 2));
  expect(cosine(3, 3)).toBeGreaterThanOrEqual(0.85);
});

test("without a model only the same words are alike", async () => {
  const [one, other] = await readWords(["Models reduce errors", "a model reduces noise"], undefined);
  if (!one || !other) throw new Error("Nothing was read.");
  expect(one.rows).toBeUndefined();
  const found = [...wordCosines(one, other).values].map((cosine) => cosine > 0);
  expect(found).toEqual([false, true, false, false, false, false, true, false, false, false, false, false]);
});

test("words never overlap, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const word of wordsOf(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        ({ end } = word);
      }
    }),
  );
});
