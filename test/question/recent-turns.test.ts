import fc from "fast-check";
import { expect, test } from "vitest";
import type { Turn } from "../../src/domain/question.ts";
import { estimateTokens } from "../../src/question/estimate-tokens.ts";
import { recentTurns } from "../../src/question/recent-turns.ts";

const user = (text: string): Turn => ({ role: "user", text, citedPaperUrls: [] });
const assistant = (text: string): Turn => ({ role: "assistant", text, citedPaperUrls: [] });

test("takes the latest turns that fit, from a question on", () => {
  const history = [user("aaaa"), assistant("bbbb"), user("cc"), assistant("dd")];
  // Five tokens each: the word, and four around a message.
  expect(recentTurns(history, 20)).toEqual(history);
  expect(recentTurns(history, 19)).toEqual(history.slice(2));
  expect(recentTurns(history, 10)).toEqual(history.slice(2));
  expect(recentTurns(history, 9)).toEqual([]);
  expect(recentTurns([], 100)).toEqual([]);
});

test("takes the markers off answers only", () => {
  const turns = recentTurns([user("What is a[1]?"), assistant("It freezes [1][2]. Bits [12].")], 100);
  expect(turns.map(({ text }) => text)).toEqual(["What is a[1]?", "It freezes. Bits."]);
});

const turn = fc.record({
  role: fc.constantFrom("user" as const, "assistant" as const),
  text: fc.lorem(),
  citedPaperUrls: fc.constant([]),
});

test("never cuts a turn, never exceeds the limit, and ends with the latest", () => {
  fc.assert(
    fc.property(fc.array(turn), fc.nat({ max: 300 }), (history, limit) => {
      const turns = recentTurns(history, limit);
      expect(turns).toEqual(history.slice(history.length - turns.length));
      expect(turns.reduce((sum, { text }) => sum + estimateTokens(text), 0)).toBeLessThanOrEqual(limit);
      expect(turns[0]?.role ?? "user").toBe("user");
    }),
  );
});
