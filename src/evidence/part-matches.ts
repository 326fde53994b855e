import type { TokenMatches } from "../domain/evidence.ts";
import { fold } from "../text/terms.ts";
import type { QuestionPart } from "./question-parts.ts";

/**
 * The matches of a part of the question: tokens outside of it count for nothing. All count where the question's word pieces
 * can't be found in its text again, as those of a script that the embedding model doesn't read.
 */
export function matchesOfPart(
  matches: TokenMatches | undefined,
  question: string,
  { start, end }: QuestionPart,
): TokenMatches | undefined {
  if (!matches) return undefined;
  const before = lettersOf(question.slice(0, start)).length;
  const until = lettersOf(question.slice(0, end)).length;
  const pieces = matches.pieces.map((piece) => lettersOf(piece));
  const all = pieces.join("");
  // What was carried over from earlier turns stands before the question.
  const carried = all.length - lettersOf(question).length;
  if (!all.endsWith(lettersOf(question))) return matches;
  let place = -carried;
  const weights = matches.weights.map((weight, token) => {
    const isInPart = place >= before && place < until;
    place += pieces[token]?.length ?? 0;
    return isInPart ? weight : 0;
  });
  return { ...matches, weights };
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}
