import { checkSentence, type SentenceCheck } from "../check/check-sentence.ts";
import type { Citation } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import type { AnswerMarker, CitedSentence } from "./sentence-tracker.ts";

/** A citation before it has its id and its paper's number. */
export type CheckedCitation = Omit<Citation, "citationId" | "number">;

/** The checked citations of a sentence of `answer`, one for each evidence of each of its markers. */
export function sentenceCitations(sentence: CitedSentence, answer: string): readonly CheckedCitation[] {
  const check = checkOnce();
  return sentence.markers.flatMap((marker, index) => {
    const claim = claimOf(sentence, index, answer);
    return marker.evidence.map((evidence) => ({
      paper: evidence.paper,
      answerStart: sentence.start,
      answerEnd: sentence.end,
      quote: evidence.quote,
      quoteStart: evidence.quoteStart,
      quoteEnd: evidence.quoteEnd,
      ...check(claim, evidence),
    }));
  });
}

/** A part of a sentence with fewer content words says nothing without the rest. */
const MIN_CLAIM_WORDS = 3;

/**
 * What a marker vouches for: the whole sentence where it is the only one, else the words since the marker before it, so
 * that in "A reaches 58% [1], B 60% [2]" neither paper has to state the other's figure.
 */
function claimOf(sentence: CitedSentence, index: number, answer: string): string {
  const before: AnswerMarker | undefined = sentence.markers[index - 1];
  const isLast = index === sentence.markers.length - 1;
  const end = isLast ? sentence.end : (sentence.markers[index]?.end ?? sentence.end);
  const claim = answer.slice(before?.end ?? sentence.start, end);
  return contentTerms(claim).length >= MIN_CLAIM_WORDS ? claim : answer.slice(sentence.start, sentence.end);
}

/** A model that has lost its way repeats a marker hundreds of times in one sentence; each pair is checked once. */
function checkOnce(): (claim: string, evidence: Evidence) => SentenceCheck {
  const checksByEvidence = new Map<Evidence, Map<string, SentenceCheck>>();
  return (claim, evidence) => {
    const checks = checksByEvidence.get(evidence) ?? new Map<string, SentenceCheck>();
    checksByEvidence.set(evidence, checks);
    const check = checks.get(claim) ?? checkSentence(claim, evidence);
    checks.set(claim, check);
    return check;
  };
}
