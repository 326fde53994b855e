import { setTimeout as sleep } from "node:timers/promises";
import type { IndexProgress } from "../../src/domain/answer.ts";
import { UnavailableError } from "../../src/domain/errors.ts";
import type { Footnote, PaperListRequest } from "../../src/domain/footnote.ts";
import type { Conversation, PaperFilter } from "../../src/domain/question.ts";
import { scriptedAnswer } from "./scripted-answer.ts";
import { papers, SCRIPTS } from "./scripts.ts";

export interface ScriptedFootnote extends Footnote {
  /** What was asked so far, oldest first. */
  readonly asked: readonly { readonly conversation: Conversation; readonly filter?: PaperFilter }[];
  /** Answers that the page has left before their end. */
  readonly abandoned: () => number;
  /** Sets how far the index is; undefined makes it ready. */
  setProgress(progress: IndexProgress | undefined): void;
}

/** Between words: fast enough for tests, slow enough to see. A question with "slow" in it takes the second. */
const PAUSE_MS = 8;
const SLOW_PAUSE_MS = 120;

/** A Footnote that answers from `SCRIPTS`, for what the page does with answers. */
export function scriptedFootnote(): ScriptedFootnote {
  const asked: { conversation: Conversation; filter?: PaperFilter }[] = [];
  let abandoned = 0;
  let progress: IndexProgress | undefined;
  const checkReady = () => {
    if (progress) throw new UnavailableError("The papers are still being read. Try again in a moment.");
  };
  return {
    asked,
    abandoned: () => abandoned,
    setProgress: (now) => {
      progress = now;
    },
    async *answer(conversation, { filter, signal }) {
      asked.push({ conversation, ...(filter && { filter }) });
      signal.addEventListener("abort", () => {
        abandoned += 1;
      });
      yield { type: "answer-started", messageId: `m-${asked.length}` };
      while (progress && !signal.aborted) {
        yield { type: "stage-entered", stage: { stage: "indexing", progress } };
        await sleep(50);
      }
      const { question } = conversation;
      const script = SCRIPTS.find(([words]) => words.test(question))?.[1];
      if (!script) return;
      const pauseMs = /slow/i.test(question) ? SLOW_PAUSE_MS : PAUSE_MS;
      yield* scriptedAnswer(question, script, () => sleep(pauseMs, undefined, { signal }));
    },
    search: () => Promise.resolve({ standaloneQuestion: "", papers: [] }),
    check: () => Promise.resolve({ verdict: "not-stated", confidence: 1, evidence: [], reasons: [] }),
    listPapers: async (request) => {
      checkReady();
      return listed(request);
    },
    findPaper: async (paperId) => {
      checkReady();
      return papers.find((paper) => paper.paperId === paperId);
    },
    readiness: () => ({
      isReady: progress === undefined,
      missing: progress ? ["The index is being built."] : [],
      paperCount: papers.length,
      model: "quoting",
      ...(progress && { progress }),
    }),
  };
}

function listed({ query = "", offset, limit }: PaperListRequest) {
  const matching = papers.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  return { papers: matching.slice(offset, offset + limit), total: matching.length };
}
