import type { AnswerMetadata, AnswerOutcome, AnswerPart, Citation, Source, Status } from "./answer-part.ts";

/**
 * All that has come of one answer. `phase` starts as `running` and ends as one of the others; what came before a stop or
 * a failure stays.
 */
export interface AnswerState {
  readonly phase: "running" | "complete" | "stopped" | "failed";
  readonly messageId?: string | undefined;
  readonly status?: Status | undefined;
  readonly text: string;
  /** In order of first citation. */
  readonly sources: readonly Source[];
  /** In the order of their markers. */
  readonly citations: readonly Citation[];
  readonly outcome?: AnswerOutcome | undefined;
  /** Questions to go on with, that the papers answer. */
  readonly suggestions?: readonly string[] | undefined;
  readonly metadata?: AnswerMetadata | undefined;
  /** What failed, in words. */
  readonly failure?: string | undefined;
}

export const NEW_ANSWER: AnswerState = { phase: "running", text: "", sources: [], citations: [] };

/** What to say where the connection ends in mid-answer. */
export const CUT_OFF =
  "The connection ended before the answer did. What came is kept; try again for the whole answer.";

/** The same where nothing of the answer had come. */
const CUT_OFF_EARLY = "The connection ended before an answer came. Try again.";

/** The answer after one more part has come. */
export function withPart(state: AnswerState, part: AnswerPart): AnswerState {
  switch (part.type) {
    case "started":
      return { ...state, messageId: part.messageId };
    case "status":
      return { ...state, status: part.status };
    case "source":
      return { ...state, sources: withNumbered(state.sources, part.source) };
    case "text":
      return { ...state, text: state.text + part.text };
    case "citation":
      return { ...state, citations: withCitation(state.citations, part.citation) };
    case "outcome":
      return { ...state, outcome: part.outcome };
    case "suggestions":
      return { ...state, suggestions: part.questions };
    case "finished":
      return { ...state, phase: "complete", metadata: part };
    case "failed":
      return asFailed(state, part.message);
  }
}

/** The answer once its stream has ended: one that never said it was finished has been cut off. */
export function whenEnded(state: AnswerState): AnswerState {
  return state.phase === "running" ? asFailed(state, CUT_OFF) : state;
}

/** The answer after the reader has stopped it; one that was whole by then stays so. */
export function asStopped(state: AnswerState): AnswerState {
  return state.phase === "running" ? { ...state, phase: "stopped" } : state;
}

/** The answer after it has failed; nothing is said to be kept where nothing came. */
export function asFailed(state: AnswerState, failure: string): AnswerState {
  const isCutOffEarly = failure === CUT_OFF && state.text === "";
  return { ...state, phase: "failed", failure: isCutOffEarly ? CUT_OFF_EARLY : failure };
}

function withNumbered(sources: readonly Source[], source: Source): readonly Source[] {
  const others = sources.filter(({ number }) => number !== source.number);
  return [...others, source].sort((left, right) => left.number - right.number);
}

/** The same id may come again, with a better verdict, and then takes the earlier one's place. */
function withCitation(citations: readonly Citation[], citation: Citation): readonly Citation[] {
  const place = citations.findIndex(({ citationId }) => citationId === citation.citationId);
  return place === -1 ? [...citations, citation] : citations.with(place, citation);
}
