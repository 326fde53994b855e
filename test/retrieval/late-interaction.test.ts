import { expect, test } from "vitest";
import { RETRIEVAL_STAGES } from "../../src/domain/evidence.ts";
import { packTokens } from "../../src/index/paper-tokens.ts";
import { createInt8Products } from "../../src/models/int8-products.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { quantiseRows } from "../../src/models/token-math.ts";
import { compareTokens } from "../../src/retrieval/compare-tokens.ts";
import { encodeQuestion } from "../../src/retrieval/encode-question.ts";
import { rankLate } from "../../src/retrieval/rank-late.ts";
import { LISTENING, RULES, rankedOf } from "../fixtures/papers.ts";

const DIMENSIONS = 2;
const multiply = createInt8Products();
const compare = { multiply, stages: new Set(RETRIEVAL_STAGES) };
const weightOf = (tokenId: number) => tokenId;
/** Unit vectors of the plane: east, north, and halfway between. */
const east = [1, 0];
const north = [0, 1];
const between = [Math.SQRT1_2, Math.SQRT1_2];
const rows = (...vectors: readonly (readonly number[])[]) => Float32Array.from(vectors.flat());

test("scores are hand-computed: best cosines, weighted, over the question and over the paper", async () => {
  const question = { mean: east, tokens: quantiseRows(rows(east, north), DIMENSIONS), weights: [3, 1] };
  const paper = packTokens(
    [
      { tokenIds: [1, 2], vectors: rows(between, north) },
      { tokenIds: [1], vectors: rows(between) },
      { tokenIds: [2], vectors: rows(north) },
    ],
    DIMENSIONS,
    weightOf,
  );
  const [scores] = await compareTokens(question, [paper], { dimensions: DIMENSIONS, weightOf }, multiply);
  // East finds halfway (0.707), north finds north (1): (3 * 0.707 + 1 * 1) / 4.
  expect(scores?.late).toBeCloseTo((3 * Math.SQRT1_2 + 1) / 4, 2);
  // Halfway finds either (0.707, weight 1), north finds north (1, weight 2).
  expect(scores?.reverse).toBeCloseTo((Math.SQRT1_2 + 2) / 3, 2);
  // In the first passage both tokens find halfway; in the second east finds nothing.
  expect(scores?.passage).toBeCloseTo(Math.SQRT1_2, 2);
});

test("words of asking count for nothing, names count, and carried turns count less", async () => {
  const { embeddings } = createMiniLmModel();
  const late = {
    dimensions: 384,
    weightOf: (tokenId: number) => (tokenId > 1100 ? 1 : 0),
    readTokens: async () => [],
  };
  const parts = [
    { text: "tamil speech", weight: 0.5 },
    { text: "which paper?", weight: 1 },
    { text: "kannada", weight: 1 },
  ];
  const { mean, tokens, weights } = await encodeQuestion({ text: "", parts }, embeddings, late);
  expect(tokens.scales).toHaveLength(weights.length);
  expect(new Set(weights)).toEqual(new Set([0.5, 0, 1]));
  expect(weights.slice(0, 2)).toEqual([0.5, 0.5]);
  expect(weights.at(-1)).toBe(1);
  expect(Math.hypot(...mean)).toBeCloseTo(1);
});

test("a paper whose tokens fit better comes first, with scores that fall from 1", async () => {
  const tokensOf = (vector: readonly number[]) =>
    packTokens(
      [
        { tokenIds: [1], vectors: rows(vector) },
        { tokenIds: [1], vectors: rows(vector) },
      ],
      DIMENSIONS,
      weightOf,
    );
  const question = { mean: east, tokens: quantiseRows(rows(east), DIMENSIONS), weights: [1] };
  const late = {
    dimensions: DIMENSIONS,
    weightOf,
    readTokens: async (paperIds: readonly string[]) =>
      paperIds.map((paperId) => tokensOf(paperId === RULES.paperId ? north : east)),
  };
  const candidates = [rankedOf(RULES), rankedOf(LISTENING, { rank: 2 })];
  const ranked = await rankLate(question, candidates, late, compare);
  expect(ranked.map(({ paper, rank }) => [paper.title, rank])).toEqual([
    [LISTENING.title, 1],
    [RULES.title, 2],
  ]);
  expect(ranked[0]?.score).toBe(1);
  expect(ranked[1]?.score).toBeGreaterThan(0);
  expect(ranked[1]?.score).toBeLessThan(1);
});

test("candidates that are all alike keep their order", async () => {
  const question = { mean: east, tokens: quantiseRows(rows(east), DIMENSIONS), weights: [1] };
  const same = packTokens([{ tokenIds: [1], vectors: rows(east) }], DIMENSIONS, weightOf);
  const late = { dimensions: DIMENSIONS, weightOf, readTokens: async () => [same, same] };
  const ranked = await rankLate(question, [rankedOf(RULES), rankedOf(LISTENING)], late, compare);
  expect(ranked.map(({ paper, score }) => [paper.title, score])).toEqual([
    [RULES.title, 1],
    [LISTENING.title, 1],
  ]);
});
