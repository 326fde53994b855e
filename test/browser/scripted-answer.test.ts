import { expect, test } from "vitest";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { longAnswer } from "./long-answer.ts";
import { type Script, scriptedAnswer } from "./scripted-answer.ts";
import { SCRIPTS } from "./scripts.ts";

const scripts: readonly (readonly [string, Script])[] = [
  ...SCRIPTS.map(([words, script]) => [String(words), script] as const),
  ["a long answer", longAnswer()],
];

async function eventsOf(script: Script): Promise<readonly AnswerEvent[]> {
  return await Array.fromAsync(scriptedAnswer("Why?", script, async () => {}));
}

test.each(scripts)(
  "each citation of %s spans a sentence that begins with words and holds its marker",
  async (_, script) => {
    const events = await eventsOf(script);
    const text = events.map((event) => (event.type === "text-added" ? event.text : "")).join("");
    const cited = events.flatMap((event) => (event.type === "sentence-cited" ? [event.citation] : []));
    expect(cited).toHaveLength(script.stretches.flatMap(({ quotes = [] }) => quotes).length);
    for (const { answerStart, answerEnd, number } of cited) {
      const sentence = text.slice(answerStart, answerEnd);
      expect(sentence).toContain(`[${number}]`);
      expect(sentence).toMatch(/^[\p{L}*“|]/u);
      expect(sentence).toMatch(/[.|]$/);
    }
  },
);

test.each(scripts)(
  "each paper of %s is found by the passage that holds its first quote",
  async (_, script) => {
    const firstQuotes = new Map(
      script.stretches
        .flatMap(({ quotes = [] }) => quotes)
        .toReversed()
        .map(({ paper, quote }) => [paper.paperId, quote]),
    );
    for (const event of await eventsOf(script)) {
      if (event.type !== "paper-cited") continue;
      const { paper, passages } = event.ranked;
      expect(passages[0]?.passage.text).toContain(firstQuotes.get(paper.paperId));
    }
  },
);
