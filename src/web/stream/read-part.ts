import { fieldsOf, listOf, numberOf, textOf, textsOf } from "../page/fields.ts";
import type { AnswerPart, NearPaper } from "./answer-part.ts";
import { readCitation } from "./read-citation.ts";
import { readExplanation } from "./read-explanation.ts";
import { readProgress } from "./read-progress.ts";
import { readSource } from "./read-source.ts";

const BROKE_OFF = "The answer broke off. Try again.";

/**
 * What an event of the UI message stream says. Undefined for parts that this page has no use for, and for those that
 * lack what they need: a newer server may send either.
 */
export function readPart(event: unknown): AnswerPart | undefined {
  const part = fieldsOf(event);
  switch (part["type"]) {
    case "start":
      return { type: "started", messageId: textOf(part["messageId"]) };
    case "data-status":
      return readStatus(part["data"]);
    case "source-url":
      return readSource(part);
    case "text-delta":
      return readDelta(part["delta"]);
    case "data-citation":
      return readCitation(part["data"]);
    case "data-outcome":
      return readOutcome(part["data"]);
    case "data-suggestions":
      return readSuggestions(part["data"]);
    case "finish":
      return readFinish(part["messageMetadata"]);
    case "error":
      return { type: "failed", message: textOf(part["errorText"]) || BROKE_OFF };
    case "abort":
      return { type: "failed", message: BROKE_OFF };
    default:
      return undefined;
  }
}

function readStatus(value: unknown): AnswerPart | undefined {
  const data = fieldsOf(value);
  const stage = textOf(data["stage"]);
  return stage === undefined
    ? undefined
    : { type: "status", status: { stage, progress: readProgress(data) } };
}

function readDelta(value: unknown): AnswerPart | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : { type: "text", text };
}

function readOutcome(value: unknown): AnswerPart | undefined {
  const data = fieldsOf(value);
  const kind = data["kind"];
  if (kind !== "answered" && kind !== "refused" && kind !== "help") return undefined;
  const nearest = listOf(data["nearest"]).flatMap(readNearPaper);
  const missing = textsOf(data["missing"]);
  const reason = textOf(data["reason"]);
  const standaloneQuestion = textOf(data["standaloneQuestion"]);
  return { type: "outcome", outcome: { kind, reason, standaloneQuestion, missing, nearest } };
}

/** More than a reader would choose from. */
const MAX_SUGGESTIONS = 3;

function readSuggestions(value: unknown): AnswerPart | undefined {
  const questions = textsOf(fieldsOf(value)["questions"]).slice(0, MAX_SUGGESTIONS);
  return questions.length === 0 ? undefined : { type: "suggestions", questions };
}

function readNearPaper(value: unknown): NearPaper[] {
  const paper = fieldsOf(value);
  const paperId = textOf(paper["paperId"]);
  const title = textOf(paper["title"]);
  return paperId && title ? [{ paperId, title, url: textOf(paper["url"]) ?? "" }] : [];
}

function readFinish(value: unknown): AnswerPart {
  const metadata = fieldsOf(value);
  const timings = fieldsOf(metadata["timings"]);
  return {
    type: "finished",
    model: textOf(metadata["model"]),
    retrieveMs: numberOf(timings["retrieveMs"]),
    firstTokenMs: numberOf(timings["firstTokenMs"]),
    totalMs: numberOf(timings["totalMs"]),
    explained: readExplanation(metadata["explain"]),
  };
}
