import type { Evidence } from "../domain/evidence.ts";
import { contentTerms } from "../text/terms.ts";
import { type CheckSentence, checkSentence, type SentenceCheck, WORDS_MISSING } from "./check-sentence.ts";
import { describeGaps } from "./describe-conflicts.ts";
import { type ClaimJudgement, judgeClaim } from "./judge-claim.ts";
import { isNegator } from "./negation.ts";
import { plainSentence } from "./plain-sentence.ts";
import { createPaperReader, type PaperReader } from "./read-paper.ts";
import { type ReadingParts, readSentences } from "./read-sentence.ts";
import { wordsOf } from "./read-words.ts";
import { unitsChanged } from "./stated-numbers.ts";
import { isStatedIn, quotationsIn } from "./stated-words.ts";

/** How far the cited passage may fall behind the paper's nearest sentence before it is the wrong one to cite. */
const QUOTE_LAG = 0.3;
const LEAST_QUOTE_RELEVANCE = 0.4;
/** An answer's sentence is believed from a little more than even: no labelled claim that is true has less and is not lost anyway. */
const BELIEVED = 0.6;
/** Below this probability of being supported a contradicted sentence is not merely doubtful. */
const CLEARLY_UNSUPPORTED = 0.25;

const SUPPORTED: SentenceCheck = { verdict: "supported", reasons: [] };

/**
 * Checks sentences of an answer against the paper that they cite: verbatim quotations are `supported`; else every number,
 * name and quotation must stand in the paper, the sentence must be borne out as a claim would have to be, and the cited
 * passage must be about it.
 */
export function createSentenceCheck(
  parts: ReadingParts,
  readPaper: PaperReader = createPaperReader(parts),
): CheckSentence {
  return async (sentence, evidence) => {
    const plain = plainSentence(sentence);
    const byWords = checkSentence(sentence, evidence);
    const { title, abstract } = evidence.paper;
    const text = `${title}\n${abstract}`;
    if (isStatedIn(text, plain) || byWords.verdict === "unsupported") return byWords;
    if (isTitledQuotation(plain, title, text)) return SUPPORTED;
    const units = unitsChanged(plain, text).map((number) => `number ${number} not in the paper`);
    if (units.length > 0) return { verdict: "unsupported", reasons: units };
    const [[claim], paper] = await Promise.all([readSentences([plain], parts), readPaper(evidence.paper)]);
    if (!claim) return byWords;
    const judgement = judgeClaim(claim, paper);
    const check = withWords(judgement, byWords, parts.tokens !== undefined);
    return check.verdict === "supported" && isCitedElsewhere(judgement, evidence)
      ? { verdict: "weak", reasons: ["the cited passage is about something else"] }
      : check;
  };
}

/** Whether the sentences of the cited passage are far from the claim, while others of the paper are near. */
function isCitedElsewhere({ compared }: ClaimJudgement, { quoteStart, quoteEnd }: Evidence): boolean {
  const { fits } = compared.fitted;
  const [cited] = fits.filter(({ sentence }) => sentence.start < quoteEnd && sentence.end > quoteStart);
  if (!cited || !fits[0]) return false;
  return cited.relevance < Math.min(LEAST_QUOTE_RELEVANCE, fits[0].relevance - QUOTE_LAG);
}

/** Token vectors vouch for free paraphrases, whose words the paper need not have, but not for names and quotations. */
function withWords(
  { verdict, probability, reasons, compared }: ClaimJudgement,
  byWords: SentenceCheck,
  hasTokens: boolean,
): SentenceCheck {
  if (verdict !== "supported") {
    const isClear = verdict === "contradicted" && probability < CLEARLY_UNSUPPORTED;
    const said = byWords.reasons.filter((reason) => !reason.startsWith(WORDS_MISSING));
    return { verdict: isClear ? "unsupported" : "weak", reasons: [...new Set([...said, ...reasons])] };
  }
  const factual = byWords.reasons.filter((reason) => !hasTokens || !reason.startsWith(WORDS_MISSING));
  if (factual.length > 0) return { verdict: "weak", reasons: factual };
  return probability < BELIEVED ? { verdict: "weak", reasons: [describeGaps(compared)] } : SUPPORTED;
}

/** Quotations that stand in the paper, and beside them nothing but words of its title: who says it. */
function isTitledQuotation(plain: string, title: string, text: string): boolean {
  const quotations = quotationsIn(plain);
  if (quotations.length === 0 || !quotations.every((quotation) => isStatedIn(text, quotation))) return false;
  const rest = quotations.reduce((left, quotation) => left.replace(quotation, " "), plain);
  const titled = new Set(contentTerms(title).map(({ stem }) => stem));
  return contentTerms(rest).every(({ stem }) => titled.has(stem)) && !wordsOf(rest).some(isNegator);
}
