import type { AnswerIndex } from "../../src/answer/answer-parts.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import type { FootnoteError } from "../../src/domain/errors.ts";
import type { AnswerOptions } from "../../src/domain/footnote.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { Turn } from "../../src/domain/question.ts";
import { openPaperIndex, type PaperIndex } from "../../src/index/paper-index.ts";
import { indexFolderOf, updateIndex } from "../../src/index/update-index.ts";
import type { Page } from "../../src/pages/page.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";

/** A whole answer, as its events told it. */
export interface Told {
  readonly events: readonly AnswerEvent[];
  readonly text: string;
  readonly cited: readonly Paper[];
  readonly quotes: readonly string[];
  readonly outcome: Extract<AnswerEvent, { type: "outcome-decided" }>["outcome"] | undefined;
  readonly suggested: readonly string[];
}

/** Answers from a real index over the entries of a page, without a chat model; `change` gives papers what no page tells, such as an address outside. Time passes only as `clock` says. */
export async function openAnswering(page: Page, change: (paper: Paper) => Paper = (paper) => paper) {
  const model = watchedModel();
  const dataDir = await temporaryFolder();
  const { generation } = await updateIndex([page], updateParts(dataDir, model));
  const opened = await openPaperIndex(indexFolderOf(dataDir), generation ?? "", model);
  const papers = new Map([...opened.papers].map(([paperId, paper]) => [paperId, change(paper)]));
  const index: PaperIndex = { ...opened, papers };
  const searches: string[] = [];
  const clock = { ms: 0, perSearch: 0 };
  const failures: FootnoteError[] = [];
  const trouble: { onSecondSearch?: FootnoteError | undefined } = {};
  const answering: AnswerIndex = {
    index,
    retrieve: async (question, options) => {
      searches.push(question.text);
      clock.ms += clock.perSearch;
      if (trouble.onSecondSearch && searches.length > 1) throw trouble.onSecondSearch;
      return await retrieve({ index, model }, question, options);
    },
  };
  const parts = {
    async *whenReady() {
      yield* [];
      return answering;
    },
    now: () => clock.ms,
    newMessageId: () => "m-1",
    onFailure: (error: FootnoteError) => failures.push(error),
  };
  const events = (
    question: string,
    history: readonly Turn[] = [],
    options: Partial<AnswerOptions> = {},
  ): AsyncGenerator<AnswerEvent> =>
    answerQuestion(parts, { history, question }, { signal: new AbortController().signal, ...options });
  const ask = async (...asked: Parameters<typeof events>) => toldBy(await Array.fromAsync(events(...asked)));
  return { index, searches, clock, trouble, failures, events, ask };
}

function toldBy(events: readonly AnswerEvent[]): Told {
  const citations = events.flatMap((event) => (event.type === "text-ended" ? event.citations : []));
  return {
    events,
    text: events.map((event) => (event.type === "text-added" ? event.text : "")).join(""),
    cited: [...new Set(citations.map(({ paper }) => paper))],
    quotes: citations.map(({ quote }) => quote),
    outcome: events.find((event) => event.type === "outcome-decided")?.outcome,
    suggested: events.flatMap((event) => (event.type === "questions-suggested" ? event.questions : [])),
  };
}
