import type { Citation } from "../domain/answer.ts";
import type { GoldQuestion, QuestionType } from "./gold-question.ts";
import { plainAnswer } from "./plain-answer.ts";
import { states } from "./score-facts.ts";
import type { Reply } from "./score-question.ts";

/** How an answer took the loss of its evidence; `answered` is the one that should not be. */
export const DELETION_ENDINGS = ["refused", "carried", "answered"] as const;
export type DeletionEnding = (typeof DELETION_ENDINGS)[number];

/** One question asked without its evidence. A question that failed counts as answered. */
export interface DeletionRow {
  readonly id: string;
  readonly type: QuestionType;
  readonly question: string;
  readonly ending: DeletionEnding;
  readonly answer?: string;
  readonly failure?: string;
}

/**
 * `refused`; `carried`, where the answer still has every fact and a citation's quote that states it, so that other words of
 * the collection bear it out; else `answered`.
 */
export function deletionEnding(
  { facts }: Pick<GoldQuestion, "facts">,
  { text, citations, outcome }: Pick<Reply, "text" | "citations" | "outcome">,
): DeletionEnding {
  if (outcome.kind === "refused") return "refused";
  const answer = plainAnswer(text);
  const isCarried =
    facts.length > 0 &&
    facts.every((strings) => strings.some((string) => isBorneOut(string, answer, citations)));
  return isCarried ? "carried" : "answered";
}

function isBorneOut(fact: string, answer: string, citations: readonly Citation[]): boolean {
  return (
    states(answer, fact) &&
    citations.some(({ quote, verdict }) => verdict !== "unsupported" && states(quote, fact))
  );
}
