import fc from "fast-check";
import { expect, test } from "vitest";
import { markPlaces } from "../../../src/web/markdown/mark-places.ts";
import {
  formulaSign,
  markerSign,
  plainText,
  sentenceSign,
  withoutSigns,
} from "../../../src/web/markdown/place-signs.ts";

const numbers = new Set([1, 2]);

test("puts a sign in place of each marker whose number is cited", () => {
  expect(markPlaces("A [1] b [7] c [2].", { numbers, sentences: [] })).toBe(
    `A ${markerSign(1, 2)} b [7] c ${markerSign(2, 14)}.`,
  );
});

test("takes a bracket behind a backslash for text, and one behind two for a marker", () => {
  expect(markPlaces("a \\[1] b", { numbers, sentences: [] })).toBe("a \\[1] b");
  expect(markPlaces("a \\\\[1] b", { numbers, sentences: [] })).toBe(`a \\\\${markerSign(1, 4)} b`);
});

test("puts a sentence's sign behind list bullets and emphasis, so that both still work", () => {
  const text = "- **Title**: words [1].";
  const sentences = [{ answerStart: 0, answerEnd: text.length }];
  expect(markPlaces(text, { numbers, sentences })).toBe(
    `- **${sentenceSign(0, 19)}Title**: words ${markerSign(1, 19)}.`,
  );
});

test("gives a sentence with two citations one sign, and one without a marker none", () => {
  const text = "Both [1][2]. None.";
  const sentences = [
    { answerStart: 0, answerEnd: 12 },
    { answerStart: 0, answerEnd: 12 },
    { answerStart: 13, answerEnd: 18 },
  ];
  expect(markPlaces(text, { numbers, sentences })).toBe(
    `${sentenceSign(0, 8)}Both ${markerSign(1, 5)}${markerSign(2, 8)}. None.`,
  );
});

test("changes nothing but the places, wherever sentences are said to be", () => {
  const words = fc.array(fc.constantFrom("[1]", "[2]", "[3]", " ", "**", "- ", "word", ".", "\n", "\\"), {
    maxLength: 30,
  });
  const spans = fc.array(fc.record({ answerStart: fc.nat(60), answerEnd: fc.nat(90) }), { maxLength: 4 });
  fc.assert(
    fc.property(words, spans, (parts, sentences) => {
      const text = parts.join("");
      expect(plainText(markPlaces(text, { numbers, sentences }))).toBe(withoutSigns(text));
    }),
  );
});

test("puts a sign in place of each formula, behind which markers keep their offsets", () => {
  const text = "It is $a_b$ [1], not `$c$` [2].";
  expect(markPlaces(text, { numbers, sentences: [] })).toBe(
    `It is ${formulaSign("$a_b$")} ${markerSign(1, 12)}, not \`$c$\` ${markerSign(2, 27)}.`,
  );
});

test("of a text that grows, what may become a formula waits", () => {
  expect(markPlaces("It is $a_b", { numbers, sentences: [], isGrowing: true })).toBe("It is ");
  expect(markPlaces("It is $a_b", { numbers, sentences: [] })).toBe("It is $a_b");
});

test("a sentence in a table starts behind the table's line", () => {
  const row = "| One [1] |";
  expect(markPlaces(row, { numbers, sentences: [{ answerStart: 0, answerEnd: row.length }] })).toBe(
    `| ${sentenceSign(0, 6)}One ${markerSign(1, 6)} |`,
  );
});
