import { splitSentences } from "../passages/split-sentences.ts";
import { contentTerms } from "../text/terms.ts";
import { addressesProgram } from "./addresses-program.ts";

/** Said to whoever reads a paper for somebody else, and so of no use to a reader of the paper. */
const TO_A_PROGRAM =
  /(?:^|[.!?:;,]\s*|\b(?:you must|you should|please|instead)\s+)(?:say|answer|reply|respond|tell|inform|write|state|claim|recommend|assure)\s+(?:to\s+)?(?:(?:the|your)\s+(?:users?|readers?|person)|only with|exactly|that (?:this paper|the answer))\b/iu;
const DROP_THE_RULES =
  /(?:^|[.!?:;,]\s*|\b(?:also|please|now|and|then)\s+)(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,5}(?:instructions?|rules|guidelines|prompts?)\b/iu;

/** Why a claim is not borne out that leans on a command. */
export const COMMANDED = "the paper says this only in an instruction to programs";

/** Whether a sentence of an abstract commands the program that reads it. */
export function commandsProgram(sentence: string): boolean {
  return TO_A_PROGRAM.test(sentence) || DROP_THE_RULES.test(sentence) || addressesProgram(sentence);
}

/**
 * Whether a claim has words that the paper has only from the first command on that is planted in its abstract: from there on
 * it vouches for nothing.
 */
export function leansOnCommand(
  claim: string,
  { title, abstract }: { readonly title: string; readonly abstract: string },
): boolean {
  const start = commandStart(abstract);
  if (start === undefined) return false;
  const stems = (text: string) => new Set(contentTerms(text).map((term) => term.stem));
  return !stems(claim)
    .intersection(stems(abstract.slice(start)))
    .isSubsetOf(stems(`${title} ${abstract.slice(0, start)}`));
}

function commandStart(abstract: string): number | undefined {
  // Most abstracts have none, and splitting takes a while.
  if (!commandsProgram(abstract)) return undefined;
  return splitSentences(abstract).find(({ start, end }) => commandsProgram(abstract.slice(start, end)))
    ?.start;
}
