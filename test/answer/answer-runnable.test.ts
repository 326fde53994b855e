import { expect, test } from "vitest";
import { AnswerRunnable } from "../../src/answer/answer-runnable.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";

const conversation = { history: [], question: "What is RuLES?" };

async function* answer(): AsyncGenerator<AnswerEvent> {
  yield { type: "answer-started", messageId: "m-1" };
  yield { type: "text-started" };
  yield { type: "text-added", text: "…" };
}

test("streams each event as it comes, and invoke gives all of them", async () => {
  const runnable = new AnswerRunnable(answer);
  const streamed: AnswerEvent[] = [];
  for await (const events of await runnable.stream({ conversation })) streamed.push(...events);
  expect(streamed.map(({ type }) => type)).toEqual(["answer-started", "text-started", "text-added"]);
  expect(await runnable.invoke({ conversation })).toEqual(streamed);
});

test("hands conversation, filter and signal on", async () => {
  const seen: unknown[] = [];
  const runnable = new AnswerRunnable(async function* (asked, { filter, signal }) {
    seen.push(asked, filter, signal.aborted);
    yield { type: "text-started" };
  });
  const stop = new AbortController();
  await runnable.invoke({ conversation, filter: { paperIds: ["a"] } }, { signal: stop.signal });
  expect(seen).toEqual([conversation, { paperIds: ["a"] }, false]);
});
