import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SentenceKind, sentenceKind } from "../../src/answer/sentence-kind.ts";
import { createSentenceTracker } from "../../src/answer/sentence-tracker.ts";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { conversationOf } from "../../src/eval/ask-question.ts";
import { readQuestions } from "../../src/eval/read-questions.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { type Door, openDoor } from "../server/door.ts";
import { askThroughDoor, type ReadAnswer } from "../upstream/answer-contract.ts";
import { serveRealModel } from "./serve-real-model.ts";
import { setUpRealModel } from "./set-up-real-model.ts";

/**
 * A real model, small and weak, behind a real OpenAI-compatible server: it writes fluent sentences, hardly ever a marker
 * and often what no paper says. Thirty questions about one saved page, or as many as four and a half minutes allow; whatever it writes, the contract holds, every
 * sentence about a paper has a marker and a verdict, and no figure that its paper doesn't have passes as supported.
 */
const PAGE = "000_51137d589ff0b310.txt";
const QUESTIONS = 30;
/** A busy machine asks fewer: each question is a prompt of some three thousand tokens. */
const MILLISECONDS_TO_ASK = 270_000;
const LEAST_QUESTIONS = 5;

const model = await setUpRealModel();
const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const stop = new AbortController();
let server: Awaited<ReturnType<typeof serveRealModel>> | undefined;
let footnote: Footnote;
let door: Door;
let papers: ReadonlyMap<string, Paper>;

beforeAll(async () => {
  if ("missing" in model) return;
  const folder = await temporaryFolder();
  await mkdir(join(folder, "seeds"));
  await copyFile(root(`seeds/${PAGE}`), join(folder, "seeds", PAGE));
  server = await serveRealModel(model);
  const composed = await composeFootnote(
    readConfig({
      DATA_DIR: join(folder, "data"),
      SEEDS_DIR: join(folder, "seeds"),
      OPENAI_BASE_URL: server.baseUrl,
      CHAT_MODEL: "smollm2-135m",
      CHAT_TIMEOUT_SECONDS: "120",
      HYPOTHESIS_SECONDS: "0",
    }),
    { onProgress: () => {}, onNotice: () => {}, signal: stop.signal },
  );
  await composed.prepared;
  ({ footnote } = composed);
  door = openDoor(footnote);
  const listed = await footnote.listPapers({ sort: "title", offset: 0, limit: 100, signal: stop.signal });
  papers = new Map(listed.papers.map((paper) => [paper.title, paper]));
}, 300_000);

afterAll(async () => {
  stop.abort();
  await server?.close();
});

async function questionsOfPage(): Promise<readonly string[]> {
  const questions = await readQuestions(root("test/gold/questions.jsonl"));
  return questions
    .filter(({ gold, history }) => history.length === 0 && gold.every((title) => papers.has(title)))
    .slice(0, QUESTIONS)
    .map((question) => conversationOf(question).question);
}

test.skipIf("missing" in model)(
  `a real model's answers keep the contract${"missing" in model ? ` (${model.missing})` : ""}`,
  async () => {
    const questions = await questionsOfPage();
    expect(questions).toHaveLength(QUESTIONS);
    const deadline = performance.now() + MILLISECONDS_TO_ASK;
    let asked = 0;
    let cited = 0;
    for (const question of questions) {
      if (performance.now() > deadline) break;
      asked += 1;
      const answer = await askThroughDoor(door, question);
      expect(door.unexpected).toEqual([]);
      // A refusal is our own sentence, and asks no model.
      if (answer.outcome.kind === "answered") expect(uncitedClaims(answer.text), question).toEqual([]);
      expect(unfoundedFigures(answer), question).toEqual([]);
      cited += answer.citations.length;
    }
    expect(asked).toBeGreaterThanOrEqual(LEAST_QUESTIONS);
    expect(cited).toBeGreaterThan(asked / 2);
  },
  360_000,
);

/** The sentences that claim something and carry no marker; the line that names missing figures is no claim of the model's. */
function uncitedClaims(text: string): readonly string[] {
  const claims: string[] = [];
  let before: SentenceKind | undefined;
  const tracker = createSentenceTracker({
    markersFor: () => "",
    evidenceFor: (sentence) => {
      before = sentenceKind(sentence, before);
      if (before === "claim" && !/\[\d+\]/.test(sentence.text)) claims.push(sentence.text);
      return undefined;
    },
  });
  tracker.push([{ type: "text", text: text.replace(/\n\nNot found in the cited papers?: .*$/u, "") }]);
  tracker.end();
  return claims;
}

const FIGURE = /(?<![\p{L}\p{N}.,-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}])/gu;
const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Figures of supported sentences that none of the papers cited for them has. */
function unfoundedFigures({ text, sources, citations }: ReadAnswer): readonly string[] {
  return citations
    .filter(({ verdict }) => verdict === "supported")
    .flatMap(({ answerStart, answerEnd }) => {
      const beside = citations.filter((other) => other.answerStart === answerStart);
      const cited = beside.map(({ number }) => papers.get(sources[number - 1] ?? ""));
      const stated = cited
        .map((paper) => `${paper?.title} ${paper?.abstract}`)
        .join(" ")
        .replaceAll(",", "");
      const sentence = text
        .slice(answerStart, answerEnd)
        .replace(/\[\d+\]/g, "")
        .replace(/^\d+[.)]/, "");
      return (sentence.match(FIGURE) ?? []).filter((figure) => {
        const word = WORDS[Number(figure)];
        return !stated.includes(figure.replaceAll(",", "")) && !(word && stated.toLowerCase().includes(word));
      });
    });
}
