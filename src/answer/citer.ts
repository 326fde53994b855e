import { plainSentence } from "../check/plain-sentence.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { createLinkGuard } from "./link-guard.ts";
import { createMarkerGroups } from "./marker-groups.ts";
import { createMarkerNumbering } from "./marker-numbering.ts";
import { createMarkerReader } from "./marker-reader.ts";
import { createNearestEvidence } from "./nearest-evidence.ts";
import { type SentenceKind, sentenceKind } from "./sentence-kind.ts";
import { type BareSentence, createSentenceTracker, type TrackedText } from "./sentence-tracker.ts";

/** A complete sentence of the answer that carries markers. Offsets are UTF-16 code units, end exclusive. */
export interface MarkedSentence {
  /** In the answer, with its markers and closing punctuation. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Offsets of its own text. */
  readonly markers: readonly {
    readonly start: number;
    readonly end: number;
    readonly evidence: readonly Evidence[];
  }[];
}

/** What a piece of a draft adds to the answer. */
export interface CitedText {
  /** Papers cited for the first time, in order of their numbers. */
  readonly papers: readonly { readonly number: number; readonly paper: Paper }[];
  readonly text: string;
  readonly sentences: readonly MarkedSentence[];
}

export interface Citer {
  push(piece: string): CitedText;
  /** Nothing follows; where the draft broke off, what is no whole sentence stays as it is. */
  end(isBrokenOff?: boolean): CitedText;
  /** The paper's number in this answer. */
  numberOf(paper: Paper): number;
}

export interface CiterOptions {
  /**
   * Whether a model wrote the draft: a sentence about a paper that comes without a marker then gets that of its nearest
   * evidence, and links become text. Templates and quotations carry all the markers that they need.
   */
  readonly isWritten?: boolean | undefined;
}

/**
 * Turns a draft, whose markers name evidence by its number from 1, into an answer whose markers number papers, and finds
 * the sentences that they vouch for. Never throws on any text, and the way the draft is cut into pieces changes nothing.
 */
export function createCiter(evidence: readonly Evidence[], { isWritten = false }: CiterOptions = {}): Citer {
  const reader = createMarkerReader();
  const links = isWritten ? createLinkGuard() : undefined;
  const groups = createMarkerGroups(evidence);
  const { numberOf, markersFor } = createMarkerNumbering();
  const introduced = new Set<string>();
  let lastCited: Evidence | undefined;
  const tracker = createSentenceTracker({
    markersFor: (cited) => {
      lastCited = cited.at(-1) ?? lastCited;
      return markersFor(cited);
    },
    evidenceFor: isWritten ? evidenceForClaims(evidence, () => lastCited) : undefined,
  });
  let answer = "";

  const introduce = (paper: Paper): CitedText["papers"] => {
    if (introduced.has(paper.paperId)) return [];
    introduced.add(paper.paperId);
    return [{ number: numberOf(paper), paper }];
  };

  const added = ({ text, cited, sentences }: TrackedText): CitedText => {
    answer += text;
    return {
      text,
      papers: cited.flatMap(({ paper }) => introduce(paper)),
      sentences: sentences.map(({ start, end, markers }) => ({
        start,
        end,
        text: answer.slice(start, end),
        markers: markers.map((marker) => ({
          ...marker,
          start: marker.start - start,
          end: marker.end - start,
        })),
      })),
    };
  };

  return {
    numberOf,
    push(piece) {
      const tokens = reader.push(piece);
      return added(tracker.push(groups.push(links?.push(tokens) ?? tokens)));
    },
    end(isBrokenOff) {
      const tokens = reader.end();
      const guarded = links ? [...links.push(tokens), ...links.end()] : tokens;
      const rest = tracker.push([...groups.push(guarded), ...groups.end()]);
      const last = tracker.end(isBrokenOff);
      return added({
        text: rest.text + last.text,
        cited: [...rest.cited, ...last.cited],
        sentences: [...rest.sentences, ...last.sentences],
      });
    },
  };
}

/** The evidence of each bare sentence that claims something. */
function evidenceForClaims(
  evidence: readonly Evidence[],
  lastCited: () => Evidence | undefined,
): (sentence: BareSentence) => Evidence | undefined {
  const nearest = createNearestEvidence(evidence);
  let before: SentenceKind | undefined;
  return (sentence) => {
    before = sentenceKind(sentence, before);
    return before === "claim" ? nearest(plainSentence(sentence.text), lastCited()) : undefined;
  };
}
