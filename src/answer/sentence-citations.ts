import { type CheckSentence, checkSentence, type SentenceCheck } from "../check/check-sentence.ts";
import type { Citation, Verdict } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import type { MarkedSentence } from "./citer.ts";

/** A citation before it has its id and its paper's number, with what its marker vouches for. */
export interface CheckedClaim {
  readonly claim: string;
  readonly evidence: Evidence;
  readonly citation: Omit<Citation, "citationId" | "number">;
}

/**
 * The checked citations of a sentence, one for each marker that its reader sees. Where a marker stands for several quotes of
 * its paper, it gives the one that bears the sentence out best.
 */
export async function sentenceCitations(
  sentence: MarkedSentence,
  check: CheckSentence,
): Promise<readonly CheckedClaim[]> {
  const checkQuote = once(checkAgainstQuote);
  const checkPaper = once(check);
  const citations: CheckedClaim[] = [];
  for (const [index, { evidence }] of sentence.markers.entries()) {
    const claim = claimOf(sentence, index);
    const byPaper = Map.groupBy(evidence, ({ paper }) => paper.paperId);
    for (const quotes of byPaper.values()) {
      const quote = quotes.length === 1 ? quotes[0] : bestQuote(quotes, claim, checkQuote);
      if (!quote) continue;
      const citation = citationOf(sentence, quote, await checkPaper(claim, quote));
      citations.push({ claim, evidence: quote, citation });
    }
  }
  return citations;
}

function citationOf(
  { start, end }: MarkedSentence,
  { paper, quote, quoteStart, quoteEnd }: Evidence,
  { verdict, reasons }: SentenceCheck,
): CheckedClaim["citation"] {
  return { paper, answerStart: start, answerEnd: end, quote, quoteStart, quoteEnd, verdict, reasons };
}

/** All of them have the same paper behind them, so only what each states by itself tells them apart; words tell enough. */
function checkAgainstQuote(claim: string, evidence: Evidence): SentenceCheck {
  return checkSentence(claim, { ...evidence, paper: { ...evidence.paper, abstract: evidence.quote } });
}

const BEST_FIRST: readonly Verdict[] = ["supported", "weak", "unsupported"];

/** The earliest of the quotes with the best verdict. */
function bestQuote(
  quotes: readonly Evidence[],
  claim: string,
  check: (claim: string, evidence: Evidence) => SentenceCheck,
): Evidence | undefined {
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
function claimOf({ text, markers }: MarkedSentence, index: number): string {
  const isLast = index === markers.length - 1;
  const end = isLast ? text.length : (markers[index]?.end ?? text.length);
  const claim = text.slice(Math.max(0, markers[index - 1]?.end ?? 0), end);
  return contentTerms(claim).length >= MIN_CLAIM_WORDS ? claim : text;
}

/** A model that has lost its way repeats a marker hundreds of times in one sentence; each pair is checked once. */
function once<Result>(
  compute: (claim: string, evidence: Evidence) => Result,
): (claim: string, evidence: Evidence) => Result {
  const resultsByEvidence = new Map<Evidence, Map<string, { readonly result: Result }>>();
  return (claim, evidence) => {
    const results = resultsByEvidence.get(evidence) ?? new Map<string, { readonly result: Result }>();
    resultsByEvidence.set(evidence, results);
    const known = results.get(claim) ?? { result: compute(claim, evidence) };
    results.set(claim, known);
    return known.result;
  };
}
