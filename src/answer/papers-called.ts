import type { Paper } from "../domain/paper.ts";
import type { NamedPaper, Papers } from "../question/named-papers.ts";
import { placesNamedIn } from "../question/papers-named-in.ts";

/** Shorter names are as often a kind of thing (VLM) as one paper's own. */
const LEAST_NAME_LENGTH = 4;

/** Where a question calls papers by name, in its order. Offsets are of the question with its accents folded away. */
export function placesCalledIn(question: string, papers: Papers): readonly NamedPaper[] {
  return placesNamedIn(question, papers).filter(({ start, end }) => end - start >= LEAST_NAME_LENGTH);
}

/** The papers that a question calls by name, each once, in its order. */
export function papersCalledIn(question: string, papers: Papers): readonly Paper[] {
  return [...new Set(placesCalledIn(question, papers).map(({ paper }) => paper))];
}
