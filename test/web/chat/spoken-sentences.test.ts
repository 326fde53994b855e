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

test("says every word once, however the answer comes", () => {
  const words = fc.array(fc.constantFrom("word", "End.", "Why?", "[1]", "1.5", "e.g.", "\n- "), {
    maxLength: 30,
  });
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
