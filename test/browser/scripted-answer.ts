import type { AnswerEvent, Citation, Outcome, Verdict } from "../../src/domain/answer.ts";
import type { RankedPaper } from "../../src/domain/evidence.ts";
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
  const numbers = new Map<string, number>();
  let length = 0;
  for (const { text, quotes = [] } of script.stretches) {
    for (const { paper } of quotes) {
      if (numbers.has(paper.paperId)) continue;
      numbers.set(paper.paperId, numbers.size + 1);
      yield { type: "paper-cited", number: numbers.size, ranked: ranked(paper, quotes[0]?.quote ?? "") };
    }
    for (const word of text.split(/(?<=\s)/)) {
      await pause();
      yield { type: "text-added", text: word };
    }
    for (const quote of quotes) {
      const number = numbers.get(quote.paper.paperId) ?? 0;
      const start = length + (/^[\s\S]*(?:^|\n)(?:\s|[-*]\s|\d+\.\s)*/.exec(text)?.[0].length ?? 0);
      const span = { answerStart: start, answerEnd: length + text.trimEnd().length };
      const citation = { citationId: `c-${citations.length + 1}`, number, ...span, ...checked(quote) };
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
  const timings = { rewriteMs: 0, retrieveMs: 14, firstTokenMs: 22, totalMs: 431 };
  yield { type: "answer-finished", model: script.model ?? "quoting", finishReason: "stop", timings };
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
function ranked(paper: Paper, quote: string): RankedPaper {
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
  return { rank: 1, paper, score: 0.83, similarity: 0.6, stages: [], passages: [{ passage, score: 1 }] };
}
