import fc from "fast-check";
import { expect, test } from "vitest";
import { quotedPassages } from "../../../src/web/page/quoted-passage.ts";

const abstract =
  "First comes this. Then the quoted words stand here. After that more follows, and more still.";
const passage = { text: abstract.slice(18), start: 18 };

function quoteOf(quote: string) {
  const quoteStart = abstract.indexOf(quote);
  return { quote, quoteStart, quoteEnd: quoteStart + quote.length };
}

function shown(...parameters: Parameters<typeof quotedPassages>): string[] {
  return quotedPassages(...parameters).map((parts) =>
    parts.map(({ text, isQuote }) => (isQuote ? `<${text}>` : text)).join(""),
  );
}

test("marks a quote where it stands in its passage", () => {
  expect(shown([quoteOf("the quoted words")], [passage])).toEqual([
    "Then <the quoted words> stand here. After that more follows, and more still.",
  ]);
});

test("cuts what is far from the quote, at a word's end", () => {
  expect(shown([quoteOf("stand here.")], [passage], 12)).toEqual(["… words <stand here.> After that …"]);
});

test("marks several quotes of one passage, merging those that overlap", () => {
  const quotes = [quoteOf("more still"), quoteOf("the quoted words"), quoteOf("quoted words stand")];
  expect(shown(quotes, [passage], 10)).toEqual(["Then <the quoted words stand> here. … and <more still>."]);
});

test("shows a quote that no passage holds by itself", () => {
  expect(
    shown([quoteOf("First comes this."), quoteOf("more follows")], [{ text: "Something else.", start: 0 }]),
  ).toEqual(["<First comes this.>", "<more follows>"]);
});

test("orders passages as the abstract does", () => {
  const passages = [passage, { text: abstract.slice(0, 17), start: 0 }];
  expect(shown([quoteOf("more still"), quoteOf("comes this")], passages)).toEqual([
    "First <comes this>.",
    "Then the quoted words stand here. After that more follows, and <more still>.",
  ]);
});

test("changes no character of a passage that is shown whole", () => {
  const spans = fc.array(fc.tuple(fc.nat(abstract.length - 1), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(spans, (places) => {
      const quotes = places.map(([start, length]) => {
        const quote = abstract.slice(start, start + length);
        return { quote, quoteStart: start, quoteEnd: start + quote.length };
      });
      const [parts = []] = quotedPassages(quotes, [{ text: abstract, start: 0 }]);
      expect(parts.map(({ text }) => text).join("")).toBe(abstract);
    }),
  );
});
