import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import { RETRIEVAL_STAGES } from "../../src/domain/evidence.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { type AblationResult, evaluateAblations } from "../../src/eval/evaluate-ablations.ts";
import { FIGURES } from "../../src/eval/figures.ts";
import { isAnswerable, QUESTION_TYPES } from "../../src/eval/gold-question.ts";
import { readQuestions } from "../../src/eval/read-questions.ts";
import type { Row } from "../../src/eval/row.ts";
import { ALL, ALL_ANSWERABLE, mean, summarise } from "../../src/eval/summarise.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

/** What retrieval reached when it was last made better, by type of question: `npm run eval` prints the same figures. */
const RecordedSchema = z.record(
  z.string(),
  z.object({ questions: z.int(), recallAt5: z.number(), reciprocalRank: z.number() }),
);

/** What answers without a model reached, over all questions. */
const RecordedAnswersSchema = z.partialRecord(z.enum(FIGURES), z.number());

/** One point; a group so small that one question is more may lose that one. */
const TOLERANCE = 0.01;

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { signal } = new AbortController();
let recorded: z.infer<typeof RecordedSchema> = {};
let recordedAnswers: z.infer<typeof RecordedAnswersSchema> = {};
let results: readonly AblationResult[] = [];
const rows: Row[] = [];

beforeAll(async () => {
  recorded = RecordedSchema.parse(
    JSON.parse(await readFile(root("test/gold/recorded-retrieval.json"), "utf8")),
  );
  recordedAnswers = RecordedAnswersSchema.parse(
    JSON.parse(await readFile(root("test/gold/recorded-answers.json"), "utf8")),
  );
  const questions = await readQuestions(root("test/gold/questions.jsonl"));
  const config = readConfig({ DATA_DIR: await temporaryFolder(), SEEDS_DIR: root("seeds") });
  const { footnote, prepared } = await composeFootnote(config, {
    onProgress: () => {},
    onNotice: () => {},
    signal,
  });
  await prepared;
  const all = [{ name: "all stages", stages: new Set(RETRIEVAL_STAGES) }];
  const now = () => performance.now();
  const answerable = questions.filter(isAnswerable);
  for await (const row of evaluateAblations(answerable, all, { footnote, now, signal }))
    results = row.results;
  for await (const row of evaluate(questions, { footnote, now, signal })) rows.push(row);
}, 900_000);

const groupOf = (group: string) =>
  results.filter(({ question }) => group === "all answerable" || question.type === group);

test("the recorded figures are of the gold questions of today", () => {
  const types = QUESTION_TYPES.filter((type) => groupOf(type).length > 0);
  expect(Object.keys(recorded).sort()).toEqual(["all answerable", ...types].sort());
  for (const [group, { questions }] of Object.entries(recorded))
    expect([group, groupOf(group).length]).toEqual([group, questions]);
});

test("retrieval finds what it has found before", () => {
  const fallen = Object.entries(recorded).flatMap(([group, { questions, recallAt5, reciprocalRank }]) => {
    const found = groupOf(group);
    const tolerance = Math.max(TOLERANCE, group === "all answerable" ? 0 : 1 / questions);
    const reached = {
      recallAt5: mean(found.map((result) => result.recallAt5)) ?? 0,
      reciprocalRank: mean(found.map((result) => result.reciprocalRank)) ?? 0,
    };
    const hasFallen =
      reached.recallAt5 < recallAt5 - tolerance || reached.reciprocalRank < reciprocalRank - tolerance;
    return hasFallen ? [{ group, reached, recorded: { recallAt5, reciprocalRank } }] : [];
  });
  expect(fallen).toEqual([]);
});

test("answers are as good as they were before", () => {
  const summaries = summarise(rows);
  const reached = {
    ...summaries.find(({ group }) => group === ALL)?.figures,
    ...summaries.find(({ group }) => group === ALL_ANSWERABLE)?.figures,
  };
  const fallen = FIGURES.flatMap((figure) => {
    const was = recordedAnswers[figure];
    const is = reached[figure] ?? 0;
    const isWorse =
      was !== undefined && (figure === "falseRefuse" ? is > was + TOLERANCE : is < was - TOLERANCE);
    return isWorse ? [{ figure, was, is }] : [];
  });
  expect(fallen).toEqual([]);
});
