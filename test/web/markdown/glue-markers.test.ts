import fc from "fast-check";
import { expect, test } from "vitest";
import { glueMarkers } from "../../../src/web/markdown/glue-markers.ts";
import type { Piece } from "../../../src/web/markdown/place-signs.ts";

const text = (words: string): Piece => ({ kind: "text", text: words });
const marker = (offset: number): Piece => ({ kind: "marker", number: 1, offset });

const formula = (source: string): Piece => ({ kind: "formula", source });

function shown(pieces: readonly Piece[]): string[] {
  return glueMarkers(pieces).map(({ isGlued, pieces: own }) => {
    const words = own.map((piece) => (piece.kind === "text" ? piece.text : `<${piece.kind}>`)).join("");
    return isGlued ? `{${words}}` : words;
  });
}

test("keeps a marker with the word before it and the punctuation behind it", () => {
  expect(shown([text("the training data "), marker(18), marker(21), text(". Next")])).toEqual([
    "the training ",
    "{data\u202F<marker><marker>.}",
    " Next",
  ]);
});

test("lets a word that is too long for a line wrap away from its marker", () => {
  expect(shown([text(`see https://example.org/${"a".repeat(40)} `), marker(9)])).toEqual([
    `see https://example.org/${"a".repeat(40)} `,
    "{<marker>}",
  ]);
});

test("starts anew for the next sentence's marker", () => {
  expect(
    shown([
      text("One "),
      marker(4),
      text("."),
      { kind: "sentence", start: 9, lastMarkerOffset: 12 },
      text(" Two "),
      marker(12),
    ]),
  ).toEqual(["{One\u202F<marker>.}", "<sentence>", " ", "{Two\u202F<marker>}"]);
});

test("keeps a short formula with the marker behind it, and lets a long one break", () => {
  expect(shown([text("in "), formula("$x$"), text(" "), marker(7), text(".")])).toEqual([
    "in ",
    "{<formula>\u202F<marker>.}",
  ]);
  expect(shown([formula("$x$"), text("”, and")])).toEqual(["<formula>", "”, and"]);
  expect(shown([formula(`$${"x".repeat(60)}$`), marker(62)])).toEqual(["<formula>", "{<marker>}"]);
});

test("keeps all pieces, in their order", () => {
  const piece = fc.oneof(
    fc.string({ minLength: 1 }).map(text),
    fc.nat(99).map(marker),
    fc.nat(99).map((start): Piece => ({ kind: "sentence", start, lastMarkerOffset: start })),
  );
  const flat = (pieces: readonly Piece[]) =>
    pieces
      .map((one) => (one.kind === "text" ? one.text.replaceAll("\u202F", " ") : JSON.stringify(one)))
      .join("");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(flat(glueMarkers(pieces).flatMap((group) => group.pieces))).toBe(flat(pieces));
    }),
  );
});
