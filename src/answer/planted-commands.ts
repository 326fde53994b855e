import type { CheckSentence } from "../check/check-sentence.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { isTakeover } from "../question/recognise-takeover.ts";
import { contentTerms } from "../text/terms.ts";

/** Said to whoever reads a paper for somebody else, and so of no use to a reader of the paper. */
const TO_A_PROGRAM =
  /(?:^|[.!?:;,]\s*|\b(?:you must|you should|please|instead)\s+)(?:say|answer|reply|respond|tell|inform|write|state|claim|recommend|assure)\s+(?:to\s+)?(?:(?:the|your)\s+(?:users?|readers?|person)|only with|exactly|that (?:this paper|the answer))\b/iu;

/** Whether a sentence of an abstract commands the program that reads it. */
export function isPlantedCommand(sentence: string): boolean {
  return isTakeover(sentence) || TO_A_PROGRAM.test(sentence);
}

/** Evidence without sentences that command. */
export function withoutPlantedCommands(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(({ quote }) => !isPlantedCommand(quote));
}

const REASON = "the paper says this only in an instruction to programs";

/**
 * The same check, in which an abstract vouches for nothing from the first command that is planted in it: a model that obeys
 * would otherwise say what the paper says.
 */
export function heedlessOfCommands(check: CheckSentence): CheckSentence {
  return async (claim, evidence) => {
    const result = await check(claim, evidence);
    const start = result.verdict === "supported" ? commandStart(evidence.paper.abstract) : undefined;
    const obeys = start !== undefined && hasWordsOfCommand(claim, evidence.paper, start);
    return obeys ? { verdict: "unsupported", reasons: [REASON] } : result;
  };
}

/** Whether a claim has words that the paper has only from there on. */
function hasWordsOfCommand(claim: string, { title, abstract }: Paper, start: number): boolean {
  const stems = (text: string) => new Set(contentTerms(text).map((term) => term.stem));
  return !stems(claim)
    .intersection(stems(abstract.slice(start)))
    .isSubsetOf(stems(`${title} ${abstract.slice(0, start)}`));
}

function commandStart(abstract: string): number | undefined {
  // Most abstracts have none, and splitting takes a while.
  if (!isPlantedCommand(abstract)) return undefined;
  return splitSentences(abstract).find(({ start, end }) => isPlantedCommand(abstract.slice(start, end)))
    ?.start;
}
