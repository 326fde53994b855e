import type { CheckSentence } from "../check/check-sentence.ts";
import { COMMANDED, commandsProgram, leansOnCommand } from "../check/planted-commands.ts";
import type { Evidence } from "../domain/evidence.ts";
import { isTakeover } from "../question/recognise-takeover.ts";

/** Whether a sentence of an abstract commands the program that reads it, or asks for its prompt. */
export function isPlantedCommand(sentence: string): boolean {
  return isTakeover(sentence) || commandsProgram(sentence);
}

/** Evidence without sentences that command. */
export function withoutPlantedCommands(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(({ quote }) => !isPlantedCommand(quote));
}

/**
 * The same check, in which an abstract vouches for nothing from the first command that is planted in it: a model that obeys
 * would otherwise say what the paper says.
 */
export function heedlessOfCommands(check: CheckSentence): CheckSentence {
  return async (claim, evidence) => {
    const result = await check(claim, evidence);
    const obeys = result.verdict === "supported" && leansOnCommand(claim, evidence.paper);
    return obeys ? { verdict: "unsupported", reasons: [COMMANDED] } : result;
  };
}
