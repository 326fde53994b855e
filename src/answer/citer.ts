import type { Citation } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { type AnswerPiece, createMarkerNumbering } from "./marker-numbering.ts";
import { createMarkerReader } from "./marker-reader.ts";
import { sentenceCitations } from "./sentence-citations.ts";
import { type CitedSentence, createSentenceTracker } from "./sentence-tracker.ts";

/** What a piece of a draft adds to the answer. */
export interface CitedText {
  /** Papers cited for the first time, in order of their numbers. */
  readonly papers: readonly { readonly number: number; readonly paper: Paper }[];
  readonly text: string;
  /** Of sentences that are now complete. */
  readonly citations: readonly Citation[];
}

export interface Citer {
  push(piece: string): CitedText;
  end(): CitedText;
}

/**
 * Turns a draft, whose markers name evidence by its number from 1, into an answer whose markers number papers, with a
 * checked citation for each that its reader sees. Never throws on any text, and the way the draft is cut into pieces changes nothing.
 */
export function createCiter(evidence: readonly Evidence[]): Citer {
  const reader = createMarkerReader();
  const numbering = createMarkerNumbering(evidence);
  const tracker = createSentenceTracker();
  const introduced = new Set<string>();
  let answer = "";
  let citationCount = 0;

  const introduce = (paper: Paper): CitedText["papers"] => {
    if (introduced.has(paper.paperId)) return [];
    introduced.add(paper.paperId);
    return [{ number: numbering.numberOf(paper), paper }];
  };

  const add = (pieces: readonly AnswerPiece[]): Pick<CitedText, "papers" | "text"> => {
    const text = pieces.map((piece) => piece.text).join("");
    answer += text;
    return {
      papers: pieces.flatMap((piece) => piece.evidence ?? []).flatMap(({ paper }) => introduce(paper)),
      text,
    };
  };

  const cite = (sentences: readonly CitedSentence[]): readonly Citation[] =>
    sentences
      .flatMap((sentence) => sentenceCitations(sentence, answer))
      .map((citation) => {
        citationCount += 1;
        return { citationId: `c-${citationCount}`, number: numbering.numberOf(citation.paper), ...citation };
      });

  return {
    push(piece) {
      const pieces = numbering.push(reader.push(piece));
      return { ...add(pieces), citations: cite(tracker.push(pieces)) };
    },
    end() {
      const pieces = [...numbering.push(reader.end()), ...numbering.end()];
      return { ...add(pieces), citations: cite([...tracker.push(pieces), ...tracker.end()]) };
    },
  };
}
