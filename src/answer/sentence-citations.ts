import { checkSentence, type SentenceCheck } from "../check/check-sentence.ts";
import type { Citation, Verdict } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import type { AnswerMarker, CitedSentence } from "./sentence-tracker.ts";

/** A citation before it has its id and its paper's number. */
export type CheckedCitation = Omit<Citation, "citationId" | "number">;

/**
 * The checked citations of a sentence of `answer`, one for each marker that its reader sees. Where a marker stands for
 * several quotes of its paper, it gives the one that bears the sentence out best.
 */
export function sentenceCitations(sentence: CitedSentence, answer: string): readonly CheckedCitation[] {
  const check = checkOnce(checkSentence);
  const checkQuote = checkOnce(checkAgainstQuote);
  return sentence.markers.flatMap((marker, index) => {
    const claim = claimOf(sentence, index, answer);
    const byPaper = Map.groupBy(marker.evidence, ({ paper }) => paper.paperId);
    return [...byPaper.values()].flatMap((quotes) => {
      const evidence = quotes.length === 1 ? quotes[0] : bestQuote(quotes, claim, checkQuote);
      return evidence ? [citationOf(sentence, evidence, check(claim, evidence))] : [];
    });
  });
}

function citationOf(
  { start, end }: CitedSentence,
  { paper, quote, quoteStart, quoteEnd }: Evidence,
  check: SentenceCheck,
): CheckedCitation {
  return { paper, answerStart: start, answerEnd: end, quote, quoteStart, quoteEnd, ...check };
}

type Check = (claim: string, evidence: Evidence) => SentenceCheck;

/** All of them have the same paper behind them, so only what each states by itself tells them apart. */
function checkAgainstQuote(claim: string, evidence: Evidence): SentenceCheck {
  return checkSentence(claim, { ...evidence, paper: { ...evidence.paper, abstract: evidence.quote } });
}

const BEST_FIRST: readonly Verdict[] = ["supported", "weak", "unsupported"];

/** The earliest of the quotes with the best verdict. */
function bestQuote(quotes: readonly Evidence[], claim: string, check: Check): Evidence | undefined {
  return BEST_FIRST.map((best) => quotes.find((quote) => check(claim, quote).verdict === best)).find(
    (quote) => quote !== undefined,
  );
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
function checkOnce(compute: Check): Check {
  const checksByEvidence = new Map<Evidence, Map<string, SentenceCheck>>();
  return (claim, evidence) => {
    const checks = checksByEvidence.get(evidence) ?? new Map<string, SentenceCheck>();
    checksByEvidence.set(evidence, checks);
    const check = checks.get(claim) ?? compute(claim, evidence);
    checks.set(claim, check);
    return check;
  };
}
