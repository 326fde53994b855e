import type { Evidence } from "../domain/evidence.ts";
import type { AnswerPiece } from "./marker-numbering.ts";
import { findSentenceEnd, MARKER_CHARACTER, SENTENCE_START, type SentenceScan } from "./sentence-end.ts";

/** A group of markers in the answer; offsets are UTF-16 code units of the answer, end exclusive. */
export interface AnswerMarker {
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly Evidence[];
}

/** A sentence of the answer that carries markers, with its markers and closing punctuation. */
export interface CitedSentence {
  readonly start: number;
  readonly end: number;
  readonly markers: readonly AnswerMarker[];
}

export interface SentenceTracker {
  /** The cited sentences that are complete once these pieces stand in the answer. */
  push(pieces: readonly AnswerPiece[]): readonly CitedSentence[];
  end(): readonly CitedSentence[];
}

/** The part of the answer whose sentences are not complete. */
interface OpenText {
  /** With each marker's characters masked. */
  readonly shape: string;
  /** Where the shape begins in the answer. */
  readonly start: number;
  readonly markers: readonly AnswerMarker[];
  readonly scan: SentenceScan;
  readonly isLineStart: boolean;
  /** The sentence before. */
  readonly previous?: { readonly start: number; readonly isCited: boolean };
}

/**
 * Binds markers to the sentences that they stand in. Markers after a sentence's full stop and a space belong to it as
 * long as it has none of its own; so do markers that stand alone on the next line.
 */
export function createSentenceTracker(): SentenceTracker {
  let open: OpenText = { shape: "", start: 0, markers: [], scan: SENTENCE_START, isLineStart: true };

  const read = (isFinal: boolean): readonly CitedSentence[] => {
    const sentences: CitedSentence[] = [];
    while (open.shape !== "") {
      const found = nextEnd(open, isFinal);
      if (!("end" in found)) {
        open = { ...open, scan: found };
        break;
      }
      const closed = close(open, found.end);
      open = closed.open;
      sentences.push(...closed.sentences);
    }
    return sentences;
  };

  return {
    push(pieces) {
      open = pieces.reduce(append, open);
      return read(false);
    },
    end: () => read(true),
  };
}

function append(open: OpenText, { text, evidence }: AnswerPiece): OpenText {
  if (!evidence) return { ...open, shape: open.shape + text };
  const start = open.start + open.shape.length;
  return {
    ...open,
    shape: open.shape + MARKER_CHARACTER.repeat(text.length),
    markers: [...open.markers, { start, end: start + text.length, evidence }],
  };
}

/** Markers that open a sentence, with the punctuation that may follow them, and what comes next. */
const LEADING_MARKERS = new RegExp(`^([^\\S\\n]*${MARKER_CHARACTER}+[.!?。]*)([^\\S\\n]*)(.?)`, "s");

/** Where the open text's first sentence ends, or how far it could be read. */
function nextEnd(open: OpenText, isFinal: boolean): { readonly end: number } | SentenceScan {
  const { shape, scan, previous, isLineStart } = open;
  const mayBelongToPrevious = previous !== undefined && !previous.isCited && !isLineStart;
  if (!mayBelongToPrevious) return findSentenceEnd(shape, scan, isFinal);
  if (!isFinal && /^[^\S\n]*$/.test(shape)) return scan;
  const [, opening, gap, next] = LEADING_MARKERS.exec(shape) ?? [];
  if (opening === undefined) return findSentenceEnd(shape, scan, isFinal);
  if (next === "" && !isFinal) return scan;
  const isAlone = next === "" || next === "\n";
  const opensSentence = gap === "" || /\p{Ll}/u.test(next ?? "");
  return isAlone || !opensSentence ? { end: opening.length } : findSentenceEnd(shape, scan, isFinal);
}

/** What belongs to the line and not to its sentence: white space, list markers, heading and quote marks. */
const LINE_PREFIX = /^(?:\s|>|#{1,6}\s|(?:[-*+•]|\d{1,3}[.)])\s)*/;
const WORD = /[\p{L}\p{N}]/u;

/** Takes the shape's first `end` characters away as one sentence, which is given where it carries markers. */
function close(
  open: OpenText,
  end: number,
): { readonly open: OpenText; readonly sentences: readonly CitedSentence[] } {
  const sentence = open.shape.slice(0, end);
  const prefix = (open.isLineStart ? LINE_PREFIX : /^\s*/).exec(sentence)?.[0] ?? "";
  const markers = open.markers.filter((marker) => marker.start < open.start + end);
  const hasWords = WORD.test(sentence);
  const start = hasWords || !open.previous ? open.start + prefix.length : open.previous.start;
  const isCited = markers.length > 0;
  const isLineEnd = open.shape.charAt(end) === "\n";
  const taken = isLineEnd ? end + 1 : end;
  const rest: OpenText = {
    ...open,
    shape: open.shape.slice(taken),
    start: open.start + taken,
    markers: open.markers.slice(markers.length),
    scan: SENTENCE_START,
    isLineStart: isLineEnd,
    ...((hasWords || isCited) && { previous: { start, isCited } }),
  };
  const sentenceEnd = open.start + sentence.trimEnd().length;
  return { open: rest, sentences: isCited ? [{ start, end: sentenceEnd, markers }] : [] };
}
