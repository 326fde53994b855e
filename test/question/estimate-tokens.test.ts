import { beforeAll, expect, test } from "vitest";
import type { TokenEmbedder } from "../../src/models/embedding-model.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { estimateTokens } from "../../src/question/estimate-tokens.ts";
import { samplePage } from "../fixtures/collection.ts";

let tokenizer: TokenEmbedder;

beforeAll(() => {
  const { tokens } = createMiniLmModel();
  if (!tokens) throw new Error("The embedded model gives tokens.");
  tokenizer = tokens;
});

test("a little more than a real tokenizer counts", async () => {
  const { entries } = await samplePage(20);
  const texts = entries.map(({ abstract }) => abstract);
  const counted = await tokenizer.tokenize(texts);
  for (const [position, text] of texts.entries()) {
    const count = counted[position]?.length ?? 0;
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(count);
    expect(estimateTokens(text)).toBeLessThan(1.6 * count);
  }
});

test.each([
  ["", 4],
  ["word", 5],
  ["internationally", 7],
  ["3.14", 8],
  ["大規模言語", 9],
  ["a  b\n", 6],
])("%j", (text, tokens) => {
  expect(estimateTokens(text)).toBe(tokens);
});
