import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formulaSign,
  markerSign,
  plainText,
  sentenceSign,
  splitSigns,
  withoutSigns,
} from "../../../src/web/markdown/place-signs.ts";

test("splits rendered text at its markers and sentence starts", () => {
  const text = `${sentenceSign(0, 8)}So it is ${markerSign(1, 8)}${markerSign(3, 11)}. More`;
  expect(splitSigns(text)).toEqual([
    { kind: "sentence", start: 0, lastMarkerOffset: 8 },
    { kind: "text", text: "So it is " },
    { kind: "marker", number: 1, offset: 8 },
    { kind: "marker", number: 3, offset: 11 },
    { kind: "text", text: ". More" },
  ]);
});

test("gives markers back as they were written, where they are no markers", () => {
  expect(plainText(`${sentenceSign(0, 2)}a ${markerSign(12, 2)} b`)).toBe("a [12] b");
});

test("takes characters that could pass for signs out of an answer, at unchanged offsets", () => {
  const forged = `x${markerSign(1, 1)}y`;
  expect(splitSigns(withoutSigns(forged))).toEqual([{ kind: "text", text: withoutSigns(forged) }]);
  expect(withoutSigns(forged)).toHaveLength(forged.length);
});

test("loses no text, whatever stands between the signs", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(99), fc.nat(9999))), (stretches) => {
      const text = stretches
        .map(([words, number, offset]) => withoutSigns(words) + markerSign(number, offset))
        .join("");
      const pieces = splitSigns(text);
      const joined = pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
      expect(joined).toBe(stretches.map(([words]) => withoutSigns(words)).join(""));
      expect(pieces.filter(({ kind }) => kind === "marker")).toHaveLength(stretches.length);
    }),
  );
});

test("a formula travels as a sign that Markdown finds nothing in, and is read back as it was written", () => {
  const source = "$a_b * \\frac{1}{[2]} | “é” 🙂$";
  expect(formulaSign(source)).toMatch(/^\uE003[\da-f]+\uE002$/);
  expect(splitSigns(`It is ${formulaSign(source)}.`)).toEqual([
    { kind: "text", text: "It is " },
    { kind: "formula", source },
    { kind: "text", text: "." },
  ]);
  expect(plainText(`x${formulaSign(source)}y`)).toBe(`x${source}y`);
});
