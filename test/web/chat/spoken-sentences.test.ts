import fc from "fast-check";
import { expect, test } from "vitest";
import { spokenSentences } from "../../../src/web/chat/spoken-sentences.ts";

test("says whole sentences without markers and signs, and waits with the last one", () => {
  const text = "- **R-Tuning**: “It refuses” [1]. It is a *meta-skill* [1][2]. And th";
  const { sentences, next } = spokenSentences(text, 0, false);
  expect(sentences).toEqual(["R-Tuning: “It refuses”.", "It is a meta-skill."]);
  expect(text.slice(next)).toBe("And th");
});

test("goes on where it stopped, and says what is left at the end", () => {
  const text = "One is said. Two";
  const { next } = spokenSentences(text, 0, false);
  expect(spokenSentences(`${text} is new`, next, true)).toEqual({ sentences: ["Two is new"], next: 23 });
  expect(spokenSentences(`${text} is new`, 23, true)).toEqual({ sentences: [], next: 23 });
});

test("says in words that there is a formula, and leaves what stands in it alone", () => {
  const text =
    "Attention takes $O(n^2 \\cdot d)$ [1]. Its root is \\(\\sqrt[3]{e} * b. And c * d\\) long [2]. In **bold $y^2$** the norm is $\\|x\\|_2$.\n\n$$\n\\sum_i x_i\n$$\n\n| full | $\\|x\\| \\le 1$ |";
  expect(spokenSentences(text, 0, true).sentences).toEqual([
    "Attention takes a formula.",
    "Its root is a formula long.",
    "In bold a formula the norm is a formula.",
    "a formula",
    "full a formula",
  ]);
});

test("says money and the rest of code as they are", () => {
  const text = "It costs $5 to $10 a day.\n\nThen `$x$` is code. And [1] $ too.";
  expect(spokenSentences(text, 0, true).sentences).toEqual([
    "It costs $5 to $10 a day.",
    "Then $x$ is code.",
    "And $ too.",
  ]);
});

test("waits with what may become a formula", () => {
  const begun = "It is known. The cost is $n. More";
  expect(spokenSentences(begun, 0, false)).toEqual({ sentences: ["It is known."], next: 13 });
  expect(spokenSentences(`${begun} + m$ here. So`, 13, false).sentences).toEqual([
    "The cost is a formula here.",
  ]);
});

test("says every word once, however the answer comes", () => {
  const words = fc.array(
    fc.constantFrom("word", "End.", "Why?", "[1]", "1.5", "e.g.", "\n- ", "$x^2$", "$", "\\("),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(words, fc.array(fc.nat(200)), (parts, stops) => {
      const text = parts.join(" ");
      const said: string[] = [];
      let start = 0;
      for (const stop of [...stops.toSorted((left, right) => left - right), text.length]) {
        const isFinal = stop === text.length;
        const { sentences, next } = spokenSentences(text.slice(0, stop), start, isFinal);
        said.push(...sentences);
        start = next;
        if (stop >= text.length) break;
      }
      said.push(...spokenSentences(text, start, true).sentences);
      const wordsOf = (spoken: string) => spoken.match(/word|End|Why/g) ?? [];
      expect(wordsOf(said.join(" "))).toEqual(wordsOf(text));
    }),
  );
});
