import { setTimeout as sleep } from "node:timers/promises";
import type { IndexProgress } from "../../src/domain/answer.ts";
import type { ClaimRequest } from "../../src/domain/claim.ts";
import { UnavailableError } from "../../src/domain/errors.ts";
import type { RankedPaper } from "../../src/domain/evidence.ts";
import type { Footnote, PaperListRequest } from "../../src/domain/footnote.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { Conversation, PaperFilter } from "../../src/domain/question.ts";
import { listSources } from "../../src/retrieval/list-sources.ts";
import { longAnswer } from "./long-answer.ts";
import { scriptedAnswer } from "./scripted-answer.ts";
import { scriptedCheck } from "./scripted-check.ts";
import { papers, SCRIPTS } from "./scripts.ts";

export interface ScriptedFootnote extends Footnote {
  /** What was asked so far, oldest first. */
  readonly asked: readonly { readonly conversation: Conversation; readonly filter?: PaperFilter }[];
  /** The sentences that were to be checked so far, oldest first. */
  readonly checked: readonly ClaimRequest[];
  /** Answers that the page has left before their end. */
  readonly abandoned: () => number;
  /** Sets how far the index is; undefined makes it ready. */
  setProgress(progress: IndexProgress | undefined): void;
}

/** Between words: some 300 a second, faster than most models write. A question with "slow" in it takes the second. */
const PAUSE_MS = 3;
const SLOW_PAUSE_MS = 120;

/**
 * The answer to a question with "held" in it makes this many pauses, in which its first citation comes, and then waits for
 * the page to leave.
 */
const HELD_AFTER_PAUSES = 45;
const HELD_MS = 600_000;

/** A Footnote that answers from `SCRIPTS`, for what the page does with answers. */
export function scriptedFootnote(): ScriptedFootnote {
  const checked: ClaimRequest[] = [];
  const asked: { conversation: Conversation; filter?: PaperFilter }[] = [];
  let abandoned = 0;
  let progress: IndexProgress | undefined;
  const checkReady = () => {
    if (progress) throw new UnavailableError("The papers are still being read. Try again in a moment.");
  };
  return {
    asked,
    checked,
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
      const script = /long answer/i.test(question)
        ? longAnswer()
        : SCRIPTS.find(([words]) => words.test(question))?.[1];
      if (!script) return;
      const pauseMs = /slow/i.test(question) ? SLOW_PAUSE_MS : PAUSE_MS;
      let pauses = 0;
      yield* scriptedAnswer(question, script, () => {
        pauses += 1;
        const isHeld = /held/i.test(question) && pauses > HELD_AFTER_PAUSES;
        return sleep(isHeld ? HELD_MS : pauseMs, undefined, { signal });
      });
    },
    search: async ({ question }, { k }) => {
      const isAsked = ({ title }: Paper) => Number(question.startsWith(title));
      const found = papers.toSorted((a, b) => isAsked(b) - isAsked(a));
      return { standaloneQuestion: question, papers: found.slice(0, k).map(ranked) };
    },
    check: async (request) => {
      checked.push(request);
      return scriptedCheck(request);
    },
    listPapers: async (request) => {
      checkReady();
      return listed(request);
    },
    listSources: async () => {
      checkReady();
      return listSources(papers);
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

function ranked(paper: Paper, index: number): RankedPaper {
  return { rank: index + 1, paper, score: 1 / (index + 1), similarity: 0.5, stages: [], passages: [] };
}

/** Papers with the query in their titles; in the order of `SCRIPTS` where the best is wanted first. */
function listed({ query = "", sort, offset, limit }: PaperListRequest) {
  const matching = papers.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  const sorted = sort === "title" ? matching.toSorted((a, b) => a.title.localeCompare(b.title)) : matching;
  return { papers: sorted.slice(offset, offset + limit), total: matching.length };
}
