import fc from "fast-check";
import { expect } from "vitest";
import type { Span } from "../../src/domain/passage.ts";

/** Texts that a splitter might meet, and some that it should never: no stops, no spaces, broken pairs, very long. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 500 }),
  fc.string({ unit: "binary", maxLength: 500 }),
  fc
    .array(
      fc.constantFrom(
        ...'word|We|et al.|e.g.|U.S.|1.|3.5|(i)|(|)|.|?|!|..|"|eDiff|-|。|\u{1F600}|\uD800|[...]|é'.split(
          "|",
        ),
        ...[" ", " ", " ", ". ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u0085", "\u2028"],
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("a", "a ", "A. ", "a, ", "\u{1F600}", " ", "\n", "(A. "),
      fc.integer({ min: 1, max: 20_000 }),
    )
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)),
);

/** Spans are trimmed, in order, apart from each other, and leave nothing out but white space. */
export function expectToCover(text: string, spans: readonly Span[]): void {
  let covered = 0;
  for (const { start, end } of spans) {
    expect(text.slice(covered, start).trim()).toBe("");
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    covered = end;
  }
  expect(text.slice(covered).trim()).toBe("");
}
