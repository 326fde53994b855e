import { LINE_PREFIX } from "../check/plain-sentence.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { DraftPiece } from "./marker-groups.ts";
import { markerPlace, tailStart } from "./marker-place.ts";
import { append, type LineKind, lineKind, NO_TEXT, type OpenText, outsideFences } from "./open-text.ts";
import { endWithMarkers, findSentenceEnd, SENTENCE_START } from "./sentence-end.ts";

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

/** A complete sentence without a marker, code blocks left out. */
export interface BareSentence {
  readonly text: string;
  readonly line: LineKind;
  /** Whether it is all of its line. */
  readonly isWholeLine: boolean;
}

/** What pieces of a draft add to the answer. */
export interface TrackedText {
  readonly text: string;
  /** In the order of its markers. */
  readonly cited: readonly Evidence[];
  /** The cited sentences that are now complete. */
  readonly sentences: readonly CitedSentence[];
}

export interface SentenceTracker {
  push(pieces: readonly DraftPiece[]): TrackedText;
  /** Nothing follows; where the draft broke off, what is no whole sentence stays as it is. */
  end(isBrokenOff?: boolean): TrackedText;
}

export interface TrackerParts {
  /** What the reader sees of a group of markers. */
  readonly markersFor: (evidence: readonly Evidence[]) => string;
  /** The evidence that a sentence without a marker is about; absent where such sentences stay as they are. */
  readonly evidenceFor?: ((sentence: BareSentence) => Evidence | undefined) | undefined;
}

const WORD = /[\p{L}\p{N}]/u;
const STOPPED = /[.!?…。！？][”"’')\]}*_»」』]*$/u;

/**
 * Reads the sentences of a draft, and binds markers to them. Markers after a sentence's full stop and a space belong to it
 * as long as it has none of its own; so do markers that stand alone on the next line. A complete sentence without any gets
 * a marker of the evidence that it is about: only the punctuation that may close one is held back until that is known.
 */
export function createSentenceTracker({ markersFor, evidenceFor }: TrackerParts): SentenceTracker {
  let open: OpenText = NO_TEXT;
  let line: LineKind = "prose";
  let previousStart: number | undefined;
  let isBrokenOff = false;
  let text = "";
  let cited: Evidence[] = [];
  let sentences: CitedSentence[] = [];

  const write = (evidence: readonly Evidence[]): number => {
    const markers = markersFor(evidence);
    text += markers;
    cited.push(...evidence);
    return markers.length;
  };

  /** Lets the open text stand in the answer up to a place. */
  const release = (to: number): void => {
    let { released } = open;
    if (to <= released) return;
    for (const marker of open.markers) {
      if (marker.at < released || marker.at >= to) continue;
      text += open.text.slice(released, marker.at);
      marker.width = write(marker.evidence);
      released = marker.at + 1;
    }
    text += open.text.slice(released, to);
    open = { ...open, released: to };
  };

  const isCited = (end: number) => open.markers.some(({ at }) => at < end);

  /** Where the first sentence ends with its markers, or undefined where more text decides. */
  const nextEnd = (isFinal: boolean): number | undefined => {
    if (open.found === undefined) {
      const found = findSentenceEnd(open.shape, open.scan, isFinal);
      open = "end" in found ? { ...open, found: found.end } : { ...open, scan: found };
    }
    const { found, shape } = open;
    if (found === undefined || isCited(found) || !WORD.test(open.text.slice(0, found))) return found;
    const end = endWithMarkers(shape, found, isFinal);
    return end === "undecided" ? undefined : (end ?? found);
  };

  /** Text that stays as it is whatever follows. */
  const certain = (): number => {
    const end = open.found ?? open.scan.at;
    return !evidenceFor || isCited(end) ? open.shape.length : tailStart(open.shape, end);
  };

  /** Takes the first `end` characters away as one sentence. */
  const close = (end: number): void => {
    const shape = open.shape.slice(0, end);
    const prefix = (open.isLineStart ? LINE_PREFIX : /^\s*/).exec(shape)?.[0] ?? "";
    if (open.isLineStart) line = lineKind(shape, prefix, line);
    const hasWords = WORD.test(open.text.slice(0, end));
    const own = open.markers.filter(({ at }) => at < end);
    const about = own.length === 0 ? evidenceForBare(shape, prefix) : undefined;
    const inserted = about && insert(shape, about);
    release(end);
    const widths = (to: number) =>
      own.reduce((sum, { at, width = 1 }) => (at < to ? sum + width - 1 : sum), inserted?.added ?? 0);
    const start = hasWords || previousStart === undefined ? open.start + prefix.length : previousStart;
    const trimmed = shape.trimEnd().length;
    const markers = own.map(({ at, evidence, width = 1 }) => {
      const markerStart = open.start + at + widths(at);
      return { start: markerStart, end: markerStart + width, evidence };
    });
    if (inserted) markers.push(inserted.marker);
    if (markers.length > 0) sentences.push({ start, end: open.start + trimmed + widths(trimmed), markers });
    if (hasWords || markers.length > 0) previousStart = start;
    const taken = open.shape.charAt(end) === "\n" ? end + 1 : end;
    release(taken);
    open = {
      text: open.text.slice(taken),
      shape: open.shape.slice(taken),
      markers: open.markers.slice(own.length).map((marker) => ({ ...marker, at: marker.at - taken })),
      scan: SENTENCE_START,
      released: open.released - taken,
      start: open.start + taken + widths(taken),
      isLineStart: taken > end,
    };
  };

  const evidenceForBare = (shape: string, prefix: string): Evidence | undefined => {
    const end = shape.length;
    const isUnfinished = isBrokenOff && !STOPPED.test(shape.trimEnd());
    if (isUnfinished || !WORD.test(open.text.slice(prefix.length, end))) return undefined;
    const isLineEnd = end === open.shape.length || open.shape.charAt(end) === "\n";
    const isWholeLine = open.isLineStart && isLineEnd;
    return evidenceFor?.({ text: outsideFences(open.text, shape), line, isWholeLine });
  };

  /** The marker that a bare sentence gets, with how much longer it makes the answer. */
  const insert = (shape: string, evidence: Evidence) => {
    const place = markerPlace(shape);
    release(place.at);
    text += place.space;
    const start = open.start + place.at + place.space.length;
    const width = write([evidence]);
    return {
      added: place.space.length + width,
      marker: { start, end: start + width, evidence: [evidence] },
    };
  };

  const read = (isFinal: boolean): TrackedText => {
    while (open.shape !== "") {
      const end = nextEnd(isFinal);
      if (end === undefined) break;
      close(end);
    }
    release(isFinal ? open.shape.length : certain());
    const tracked = { text, cited, sentences };
    text = "";
    cited = [];
    sentences = [];
    return tracked;
  };

  return {
    push(pieces) {
      open = pieces.reduce(append, open);
      return read(false);
    },
    end(isBroken = false) {
      isBrokenOff = isBroken;
      return read(true);
    },
  };
}
