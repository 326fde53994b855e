import type { AnswerEvent, Citation } from "../../src/domain/answer.ts";
import type { RankedPaper } from "../../src/domain/evidence.ts";
import type { Footnote, PaperListRequest } from "../../src/domain/footnote.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { Conversation, PaperFilter } from "../../src/domain/question.ts";

/** What the door asked of the product behind it. */
export interface Asked {
  readonly conversation: Conversation;
  readonly filter?: PaperFilter | undefined;
  readonly k?: number;
  readonly signal: AbortSignal;
}

export const corpus: readonly Paper[] = Array.from({ length: 320 }, (_, index) => paper(index + 1));

export function paper(number: number, changes: Partial<Paper> = {}): Paper {
  const abstract = `Paper ${number} shows that refusal can be trained. It does so with tuned data.`;
  return {
    paperId: `paper-${number}`,
    title: `Paper ${String(number).padStart(3, "0")}`,
    abstract,
    rawAbstract: `${abstract} (raw)`,
    sources: [{ name: "page.txt", kind: "page", firstSeenAt: "2026-07-30" }],
    ...changes,
  };
}

export function ranked(rank: number, found: Paper = paper(rank)): RankedPaper {
  const { paperId, abstract } = found;
  const end = abstract.indexOf(".") + 1;
  const text = abstract.slice(0, end);
  const passage = { passageId: `${paperId}#0`, paperId, text, start: 0, end, sentences: [{ start: 0, end }] };
  return {
    rank,
    paper: found,
    score: 1 / rank,
    similarity: 0.5,
    stages: [
      { stage: "words", rank: rank + 2, score: 12.5 },
      { stage: "vectors", rank, score: 0.5 },
    ],
    passages: [{ passage, score: 0.5 }],
  };
}

export const citation: Citation = {
  citationId: "c-1",
  number: 1,
  paper: paper(1),
  answerStart: 0,
  answerEnd: 37,
  quote: "Paper 1 shows that refusal can be trained.",
  quoteStart: 0,
  quoteEnd: 42,
  verdict: "supported",
  reasons: [],
};

/** A whole answer, its one marker split over two pieces of text. */
export const citedAnswer: readonly AnswerEvent[] = [
  { type: "answer-started", messageId: "m-7" },
  { type: "stage-entered", stage: { stage: "retrieving" } },
  { type: "text-started" },
  { type: "paper-cited", number: 1, ranked: ranked(1) },
  { type: "text-added", text: "“… refusal can be trained …” [" },
  { type: "text-added", text: "1]." },
  { type: "sentence-cited", citation },
  { type: "text-ended", citations: [citation] },
  {
    type: "outcome-decided",
    outcome: { kind: "answered", standaloneQuestion: "Can refusal be trained?", missing: [], nearest: [] },
  },
  {
    type: "answer-finished",
    model: "quoting",
    finishReason: "stop",
    timings: { rewriteMs: 0, retrieveMs: 14, firstTokenMs: 22, totalMs: 31 },
    retrieved: [ranked(1), ranked(2)],
  },
];

/** A Footnote that answers from a script and keeps what it was asked; any of its parts can be exchanged. */
export function scriptedFootnote(changes: Partial<Footnote> = {}): Footnote & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async *answer(conversation, options) {
      asked.push({ conversation, ...options });
      yield* citedAnswer;
    },
    search(conversation, options) {
      asked.push({ conversation, ...options });
      return Promise.resolve({
        standaloneQuestion: conversation.question,
        papers: corpus.slice(0, options.k).map((found, index) => ranked(index + 1, found)),
      });
    },
    check: () =>
      Promise.resolve({
        verdict: "not-stated",
        confidence: 1,
        evidence: [],
        reasons: ["nothing to compare"],
      }),
    listPapers: (request) => Promise.resolve(listed(request)),
    listSources: () => Promise.resolve([{ name: "page.txt", kind: "page", papers: corpus.length }]),
    findPaper: (paperId) => Promise.resolve(corpus.find((found) => found.paperId === paperId)),
    readiness: () => ({ isReady: true, missing: [], paperCount: corpus.length, model: "quoting" }),
    ...changes,
  };
}

function listed({ query, offset, limit }: PaperListRequest) {
  const matching = corpus.filter(({ title }) => title.includes(query ?? ""));
  return { papers: matching.slice(offset, offset + limit), total: matching.length };
}
