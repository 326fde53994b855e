import { LINE_PREFIX } from "../../src/check/plain-sentence.ts";
import type { AnswerEvent, Citation, Outcome, Verdict } from "../../src/domain/answer.ts";
import type { RankedPaper, StagePlace } from "../../src/domain/evidence.ts";
import type { Paper } from "../../src/domain/paper.ts";

/** A stretch of an answer: Markdown, and for a cited sentence the quotes behind its markers, in the markers' order. */
export interface ScriptedStretch {
  readonly text: string;
  readonly quotes?: readonly {
    readonly paper: Paper;
    readonly quote: string;
    readonly verdict?: Verdict;
    readonly reasons?: readonly string[];
  }[];
}

export interface Script {
  readonly stretches: readonly ScriptedStretch[];
  readonly outcome?: Partial<Outcome>;
  readonly model?: string;
  readonly suggestions?: readonly string[];
  /** Ends the answer with this failure. */
  readonly failure?: string;
}

/** The events of a scripted answer, with offsets and numbers as the real one has them, a word at a time. */
export async function* scriptedAnswer(
  question: string,
  script: Script,
  pause: () => Promise<void>,
): AsyncGenerator<AnswerEvent> {
  yield { type: "stage-entered", stage: { stage: "retrieving" } };
  await pause();
  yield { type: "stage-entered", stage: { stage: "answering" } };
  yield { type: "text-started" };
  const citations: Citation[] = [];
  const retrieved: RankedPaper[] = [];
  const numbers = new Map<string, number>();
  let length = 0;
  for (const { text, quotes = [] } of script.stretches) {
    for (const { paper, quote } of quotes) {
      if (numbers.has(paper.paperId)) continue;
      numbers.set(paper.paperId, numbers.size + 1);
      const found = ranked(paper, quote, numbers.size);
      retrieved.push(found);
      yield { type: "paper-cited", number: numbers.size, ranked: found };
    }
    for (const word of text.split(/(?<=\s)/)) {
      await pause();
      yield { type: "text-added", text: word };
    }
    for (const quote of quotes) {
      const number = numbers.get(quote.paper.paperId) ?? 0;
      const span = sentenceSpan(text);
      const citation = {
        citationId: `c-${citations.length + 1}`,
        number,
        answerStart: length + span.start,
        answerEnd: length + span.end,
        ...checked(quote),
      };
      citations.push(citation);
      yield { type: "sentence-cited", citation };
    }
    length += text.length;
  }
  if (script.failure !== undefined) {
    yield { type: "answer-failed", message: script.failure };
    return;
  }
  yield { type: "text-ended", citations };
  const outcome = { kind: "answered" as const, standaloneQuestion: question, missing: [], nearest: [] };
  yield { type: "outcome-decided", outcome: { ...outcome, ...script.outcome } };
  if (script.suggestions) yield { type: "questions-suggested", questions: script.suggestions };
  const timings = { rewriteMs: 0, retrieveMs: 14, firstTokenMs: 22, totalMs: 431 };
  const model = script.model ?? "quoting";
  yield { type: "answer-finished", model, finishReason: "stop", timings, retrieved };
}

/** Where the sentence of a cited stretch stands in it: its last line that isn't empty, without what belongs to the line. */
function sentenceSpan(text: string): { readonly start: number; readonly end: number } {
  const end = text.trimEnd().length;
  const lineStart = text.lastIndexOf("\n", end - 1) + 1;
  const prefix = LINE_PREFIX.exec(text.slice(lineStart, end))?.[0] ?? "";
  return { start: lineStart + prefix.length, end };
}

function checked({
  paper,
  quote,
  verdict = "supported",
  reasons = [],
}: NonNullable<ScriptedStretch["quotes"]>[number]) {
  const quoteStart = paper.abstract.indexOf(quote);
  if (quoteStart === -1) throw new Error(`"${quote}" is not in the abstract of "${paper.title}".`);
  return { paper, quote, quoteStart, quoteEnd: quoteStart + quote.length, verdict, reasons };
}

/** The paper as retrieval would give it: its passage is the quoted sentence with one neighbour on either side. */
function ranked(paper: Paper, quote: string, rank: number): RankedPaper {
  const segments = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(paper.abstract)];
  const place = paper.abstract.indexOf(quote);
  const at = segments.findLastIndex(({ index }) => index <= place);
  const start = segments[Math.max(0, at - 1)]?.index ?? 0;
  const end = segments[at + 2]?.index ?? paper.abstract.length;
  const text = paper.abstract.slice(start, end).trimEnd();
  const passage = {
    passageId: `${paper.paperId}#0`,
    paperId: paper.paperId,
    text,
    start,
    end: start + text.length,
    sentences: [{ start, end: start + text.length }],
  };
  const score = 1 / rank;
  return { rank, paper, score, similarity: 0.6, stages: stagesOf(rank), passages: [{ passage, score: 1 }] };
}

/** Places on the scales of the real stages: BM25 for words, cosines for the rest. */
function stagesOf(rank: number): readonly StagePlace[] {
  return [
    { stage: "words", rank: rank + 2, score: 21.4 / rank },
    { stage: "vectors", rank, score: 0.62 - rank / 100 },
    { stage: "fusion", rank, score: 0.9 / rank },
    { stage: "late", rank, score: 0.71 - rank / 100 },
    { stage: "reverse", rank: rank + 10, score: 0.31 },
    { stage: "window", rank, score: 0.68 - rank / 100 },
    { stage: "similarity", rank, score: 0.62 - rank / 100 },
  ];
}
