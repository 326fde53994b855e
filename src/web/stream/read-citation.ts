import { fieldsOf, numberOf, textOf, textsOf } from "../page/fields.ts";
import type { AnswerPart, Citation } from "./answer-part.ts";

/** The marker and quote that a `data-citation` part tells of; undefined where a field is missing. */
export function readCitation(value: unknown): AnswerPart | undefined {
  const data = fieldsOf(value);
  const citationId = textOf(data["citationId"]);
  const quote = textOf(data["quote"]);
  const number = numberOf(data["number"]);
  const answerStart = numberOf(data["answerStart"]);
  const answerEnd = numberOf(data["answerEnd"]);
  const quoteStart = numberOf(data["quoteStart"]);
  const quoteEnd = numberOf(data["quoteEnd"]);
  const verdict = readVerdict(data["verdict"]);
  if (citationId === undefined || quote === undefined || verdict === undefined) return undefined;
  if (number === undefined || answerStart === undefined || answerEnd === undefined) return undefined;
  if (quoteStart === undefined || quoteEnd === undefined) return undefined;
  const reasons = textsOf(data["reasons"]);
  const citation = {
    citationId,
    number,
    answerStart,
    answerEnd,
    quote,
    quoteStart,
    quoteEnd,
    verdict,
    reasons,
  };
  return { type: "citation", citation };
}

function readVerdict(value: unknown): Citation["verdict"] | undefined {
  return value === "supported" || value === "weak" || value === "unsupported" ? value : undefined;
}
