import type { AnswerEvent, Citation, Outcome, Stage } from "../domain/answer.ts";
import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { answerExplanation } from "./explanation.ts";
import { splitDelta } from "./split-delta.ts";
import type {
  CitationData,
  CitedPaperData,
  OutcomeData,
  StatusData,
  TextCitation,
  UiMessagePart,
} from "./ui-message-part.ts";

/** A paper's absolute address, as the reader of this answer can open it. */
export type AddressOf = (paper: Paper) => string;

/** How an answer is told to the reader who asked. */
export interface Telling {
  readonly addressOf: AddressOf;
  /** Whether its end tells why each paper was found. */
  readonly explain: boolean;
}

/** An answer has one text, so one id serves all of its parts. */
const TEXT_ID = "t-1";

/** The parts of the UI message stream that say what one event of an answer says, in the order they are sent. */
export function uiMessageParts(
  event: AnswerEvent,
  { addressOf, explain }: Telling,
): readonly UiMessagePart[] {
  switch (event.type) {
    case "answer-started":
      return [{ type: "start", messageId: event.messageId }];
    case "stage-entered":
      return [{ type: "data-status", data: statusData(event.stage), transient: true }];
    case "text-started":
      return [{ type: "text-start", id: TEXT_ID }];
    case "paper-cited":
      return [sourcePart(event.number, event.ranked, addressOf)];
    case "text-added":
      return splitDelta(event.text).map((delta) => ({ type: "text-delta", id: TEXT_ID, delta }));
    case "sentence-cited":
      return [{ type: "data-citation", id: event.citation.citationId, data: citationData(event.citation) }];
    case "text-ended":
      return [
        {
          type: "text-end",
          id: TEXT_ID,
          citations: event.citations.map((citation) => textCitation(citation, addressOf)),
        },
      ];
    case "outcome-decided":
      return [{ type: "data-outcome", data: outcomeData(event.outcome, addressOf) }];
    case "questions-suggested":
      return [{ type: "data-suggestions", data: { questions: event.questions } }];
    case "answer-finished": {
      const { model, timings, finishReason, retrieved } = event;
      const explanation = explain && { explain: answerExplanation(retrieved) };
      return [{ type: "finish", finishReason, messageMetadata: { model, timings, ...explanation } }];
    }
    case "answer-failed":
      return [{ type: "error", errorText: event.message }];
  }
}

function statusData(stage: Stage): StatusData {
  if (stage.stage !== "indexing") return { stage: stage.stage };
  const { papersDone, papersTotal, papersPerSecond, secondsLeft } = stage.progress;
  return {
    stage: "indexing",
    papersDone,
    papersTotal,
    papersPerSecond,
    ...(secondsLeft !== undefined && { secondsLeft }),
  };
}

function sourcePart(
  number: number,
  { paper, score, passages }: RankedPaper,
  addressOf: AddressOf,
): UiMessagePart {
  return {
    type: "source-url",
    sourceId: String(number),
    url: addressOf(paper),
    title: paper.title,
    providerMetadata: {
      footnote: {
        number,
        paperId: paper.paperId,
        score,
        ...paperDate(paper),
        passages: passages.map(({ passage: { passageId, text, start, end } }) => ({
          passageId,
          text,
          start,
          end,
        })),
      },
    },
  };
}

function paperDate({ published, sources }: Paper): Pick<CitedPaperData, "published" | "featuredOn"> {
  if (published !== undefined) return { published };
  const featuredOn = sources[0]?.featuredOn;
  return featuredOn === undefined ? {} : { featuredOn };
}

function citationData(citation: Citation): CitationData {
  return {
    citationId: citation.citationId,
    sourceId: String(citation.number),
    number: citation.number,
    answerStart: citation.answerStart,
    answerEnd: citation.answerEnd,
    quote: citation.quote,
    quoteStart: citation.quoteStart,
    quoteEnd: citation.quoteEnd,
    verdict: citation.verdict,
    reasons: citation.reasons,
  };
}

function textCitation(citation: Citation, addressOf: AddressOf): TextCitation {
  const { number, paper, answerStart, answerEnd, quote } = citation;
  return {
    source: {
      type: "source",
      sourceType: "url",
      id: String(number),
      url: addressOf(paper),
      title: paper.title,
    },
    startIndex: answerStart,
    endIndex: answerEnd,
    citedText: quote,
  };
}

function outcomeData(outcome: Outcome, addressOf: AddressOf): OutcomeData {
  const { kind, reason, standaloneQuestion, missing, nearest } = outcome;
  return {
    kind,
    ...(kind === "refused" && reason && { reason }),
    standaloneQuestion,
    missing,
    nearest: nearest.map((paper) => ({ paperId: paper.paperId, title: paper.title, url: addressOf(paper) })),
  };
}
