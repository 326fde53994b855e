import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkWeights, loadMiniLm, MINILM_DIMENSIONS } from "../../src/models/load-minilm.ts";
import { createMiniLmModel, MiniLmEmbeddings } from "../../src/models/minilm-embeddings.ts";

const { embeddings } = createMiniLmModel();

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
}

test("gives the mean of the token vectors at unit length, as the library's own pooling does", async () => {
  const text = "Large language models can follow simple rules.";
  const pipeline = await loadMiniLm();
  const pooled = await pipeline(text, { pooling: "mean", normalize: true });
  const ours = await embeddings.embedQuery(text);
  expect(ours).toHaveLength(MINILM_DIMENSIONS);
  expect(cosine(ours, Array.from(pooled.data, Number))).toBeCloseTo(1, 5);
});

test("a text's vector does not depend on the texts that share its batch", async () => {
  const short = "Quantum circuits.";
  const long =
    "A much longer text about speech recognition in Tamil and Kannada, with padding for its neighbour.";
  const alone = await embeddings.embedQuery(short);
  const [first, , third] = await embeddings.embedDocuments([short, long, short]);
  expect(cosine(alone, first ?? [])).toBeCloseTo(1, 3);
  expect(cosine(first ?? [], third ?? [])).toBeCloseTo(1, 6);
});

test("keeps the order of the texts over more than one batch", async () => {
  const texts = Array.from(
    { length: 37 },
    (_, index) => `${"word ".repeat((index * 7) % 23)}number ${index}`,
  );
  const together = await embeddings.embedDocuments(texts);
  for (const index of [0, 5, 36]) {
    expect(cosine(together[index] ?? [], await embeddings.embedQuery(texts[index] ?? ""))).toBeGreaterThan(
      0.995,
    );
  }
});

test("leaves the token vectors reachable, one row a token with [CLS] and [SEP]", async () => {
  const [tokens] = await embeddings.embedTokens(["hello world"]);
  expect(tokens?.tokenIds).toEqual([101, 7592, 2088, 102]);
  expect(tokens?.vectors).toHaveLength(4 * MINILM_DIMENSIONS);
});

test("weights that are not the expected ones are refused by name", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "footnote-weights-")), "model.onnx");
  await writeFile(file, "not a model");
  await expect(checkWeights(file, "0".repeat(64))).rejects.toThrow(/model\.onnx is not the one .* npm ci/);
  await expect(checkWeights(`${file}.missing`, "0".repeat(64))).rejects.toThrow(/can't be read: run npm ci/);
});

test("a failed load is told to the caller and tried again the next time", async () => {
  let attempts = 0;
  const flaky = new MiniLmEmbeddings(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error("disk is busy");
    return await loadMiniLm();
  });
  await expect(flaky.embedQuery("hello")).rejects.toThrow("disk is busy");
  expect(await flaky.embedQuery("hello")).toHaveLength(MINILM_DIMENSIONS);
});
