import { expect, test } from "vitest";
import { RETRIEVAL_STAGES } from "../../src/domain/evidence.ts";
import { packTokens } from "../../src/index/paper-tokens.ts";
import { createInt8Products } from "../../src/models/int8-products.ts";
import { createMiniLmModel } from "../../src/models/minilm-embeddings.ts";
import { rotatedWidth, rotateRows } from "../../src/models/rotate-rows.ts";
import { quantiseRows } from "../../src/models/token-math.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { compareTokens } from "../../src/retrieval/compare-tokens.ts";
import { encodeQuestion } from "../../src/retrieval/encode-question.ts";
import { rankLate } from "../../src/retrieval/rank-late.ts";
import { LISTENING, RULES, rankedOf } from "../fixtures/papers.ts";

const DIMENSIONS = 384;
const multiply = createInt8Products();
const compare = { multiply, stages: new Set(RETRIEVAL_STAGES), coverage: 0 };
const weightOf = (tokenId: number) => tokenId;
const passagesOf = (paperId: string) =>
  splitPassages([RULES, LISTENING].find((paper) => paper.paperId === paperId) ?? RULES);
type Direction = readonly number[];
/** Unit vectors: east, north, and halfway between. */
const east: Direction = [1, 0];
const north: Direction = [0, 1];
const between: Direction = [Math.SQRT1_2, Math.SQRT1_2];
const rows = (directions: readonly Direction[]) =>
  Float32Array.from(
    directions.flatMap((direction) => [...direction, ...new Array<number>(DIMENSIONS - 2).fill(0)]),
  );
const asking = (directions: readonly Direction[], weights: readonly number[]) => ({
  mean: [1, 0],
  tokens: quantiseRows(rotateRows(rows(directions), DIMENSIONS), rotatedWidth(DIMENSIONS)),
  pieces: weights.map((_, place) => `piece${place}`),
  weights,
  askedWeights: weights,
});
type Token = readonly [tokenId: number, direction: Direction, sentence?: number];
/** The texts of a paper, each as its tokens: the whole, then the windows. They stand in the first sentence where none is named. */
const paperOf = (...texts: readonly (readonly Token[])[]) =>
  packTokens(
    texts.map((tokens) => ({
      tokenIds: tokens.map(([tokenId]) => tokenId),
      sentences: tokens.map(([, , sentence]) => sentence ?? 1),
      vectors: rows(tokens.map(([, direction]) => direction)),
    })),
    DIMENSIONS,
    () => true,
  );

test("scores are hand-computed: best cosines, weighted, over the question and over the paper", async () => {
  const question = asking([east, north], [3, 1]);
  const paper = paperOf(
    [
      [1, between],
      [2, north],
    ],
    [[1, between]],
    [[2, north]],
  );
  const [scores] = await compareTokens(question, [paper], { dimensions: DIMENSIONS, weightOf }, multiply);
  // East finds halfway (0.707), north finds north (1), in the whole as in all windows: (3 * 0.707 + 1 * 1) / 4.
  expect(scores?.late).toBeCloseTo((3 * Math.SQRT1_2 + 1) / 4, 1);
  // Halfway finds either (0.707, weight 1), north finds north (1, weight 2).
  expect(scores?.reverse).toBeCloseTo((Math.SQRT1_2 + 2) / 3, 1);
  // In the first window both tokens find halfway; in the second east finds nothing.
  expect(scores?.window).toBeCloseTo(Math.SQRT1_2, 1);
});

test("what is asked about has to stand in one window", async () => {
  const question = asking([east, north], [1, 1]);
  const whole: readonly Token[] = [
    [1, east],
    [1, north],
  ];
  const together = paperOf(whole, whole, [[1, between]]);
  const apart = paperOf(whole, [[1, east]], [[1, north]]);
  const [near, far] = await compareTokens(
    question,
    [together, apart],
    { dimensions: DIMENSIONS, weightOf },
    multiply,
  );
  expect(near?.window).toBeCloseTo(1, 1);
  expect(far?.window).toBeCloseTo(0.5, 1);
  expect(near?.late).toBeCloseTo(far?.late ?? 0, 5);
});

test("each sentence keeps its own matches, in the whole and in its window, the title before them", async () => {
  const question = asking([east, north], [1, 1]);
  const paper = paperOf(
    [
      [1, between, 0],
      [1, east, 1],
      [1, north, 2],
    ],
    [
      [1, between, 1],
      [1, north, 2],
    ],
  );
  const [scores] = await compareTokens(question, [paper], { dimensions: DIMENSIONS, weightOf }, multiply);
  const [title, first, second] = scores?.sentences ?? [];
  const close = (cosines: readonly number[]) => cosines.map((cosine) => expect.closeTo(cosine, 1));
  expect(title).toEqual({ inWhole: close([Math.SQRT1_2, Math.SQRT1_2]), inWindow: [-1, -1] });
  expect(first).toEqual({ inWhole: close([1, 0]), inWindow: close([Math.SQRT1_2, Math.SQRT1_2]) });
  expect(second).toEqual({ inWhole: close([0, 1]), inWindow: close([0, 1]) });
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
  const { mean, tokens, weights, askedWeights } = await encodeQuestion({ text: "", parts }, embeddings, late);
  expect(tokens.scales).toHaveLength(weights.length);
  expect(new Set(weights)).toEqual(new Set([0.5, 0, 1]));
  expect(weights.slice(0, 2)).toEqual([0.5, 0.5]);
  expect(weights.at(-1)).toBe(1);
  expect(askedWeights.filter((weight) => weight > 0)).toHaveLength(
    weights.length - weights.lastIndexOf(0) - 1,
  );
  expect(Math.hypot(...mean)).toBeCloseTo(1);
});

test("a paper whose tokens fit better comes first, with scores that fall from 1 and a place for each stage", async () => {
  const late = {
    dimensions: DIMENSIONS,
    weightOf,
    readTokens: async (paperIds: readonly string[]) =>
      paperIds.map((paperId) => {
        const tokens: readonly Token[] = [[1, paperId === RULES.paperId ? north : east]];
        return paperOf(tokens, tokens);
      }),
  };
  const candidates = [rankedOf(RULES), rankedOf(LISTENING, { rank: 2 })];
  const ranked = await rankLate(asking([east], [1]), candidates, { late, passagesOf }, compare);
  expect(ranked.map(({ paper, rank }) => [paper.title, rank])).toEqual([
    [LISTENING.title, 1],
    [RULES.title, 2],
  ]);
  expect(ranked[0]?.score).toBe(1);
  expect(ranked[1]?.score).toBeGreaterThan(0);
  expect(ranked[1]?.score).toBeLessThan(1);
  const { title, sentences } = ranked[0]?.matches ?? {};
  expect(title).toEqual([-1]);
  expect(sentences?.map(({ start, end }) => LISTENING.abstract.slice(start, end))).toEqual([
    expect.stringMatching(/^Dialogue/),
    expect.stringMatching(/^We introduce/),
    expect.stringMatching(/^Two settings/),
  ]);
  expect(sentences?.[0]).toMatchObject({ inWhole: [expect.closeTo(1, 1)], inWindow: [expect.closeTo(1, 1)] });
  expect(sentences?.[1]).toMatchObject({ inWhole: [-1], inWindow: [-1] });
  expect(ranked[0]?.stages.map(({ stage, rank }) => [stage, rank])).toEqual([
    ["late", 1],
    ["reverse", 1],
    ["window", 1],
    ["similarity", 1],
  ]);
});

test("candidates that are all alike keep their order, as they do where every stage is left out", async () => {
  const same = paperOf([[1, east]], [[1, east]]);
  const late = { dimensions: DIMENSIONS, weightOf, readTokens: async () => [same, same] };
  const candidates = [rankedOf(RULES), rankedOf(LISTENING)];
  const ranked = await rankLate(asking([east], [1]), candidates, { late, passagesOf }, compare);
  expect(ranked.map(({ paper, score }) => [paper.title, score])).toEqual([
    [RULES.title, 1],
    [LISTENING.title, 1],
  ]);
  const nothing = { multiply, stages: new Set(["words"] as const), coverage: 0 };
  expect(await rankLate(asking([east], [1]), candidates, { late, passagesOf }, nothing)).toEqual(candidates);
});
