import { expect, test } from "vitest";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { ModelError } from "../../src/domain/errors.ts";
import { answerFrames } from "../../src/server/answer-frames.ts";
import { collected, framesOf } from "./door.ts";

const started: AnswerEvent = { type: "answer-started", messageId: "m-1" };

function answering(events: AsyncIterable<AnswerEvent>, abort = new AbortController()) {
  const unexpected: unknown[] = [];
  const frames = answerFrames({
    events,
    telling: { addressOf: ({ paperId }) => paperId, explain: false },
    signal: abort.signal,
    onUnexpectedError: (error) => unexpected.push(error),
  });
  return { frames, unexpected };
}

async function* breaking(error: unknown): AsyncGenerator<AnswerEvent> {
  yield started;
  throw error;
}

test("an error of ours reaches the reader in its own words", async () => {
  const { frames, unexpected } = answering(
    breaking(new ModelError("The model is down.", { cause: "secret" })),
  );
  const text = (await collected(frames)).join("");
  expect(framesOf(text)).toEqual([
    { type: "start", messageId: "m-1" },
    { type: "error", errorText: "The model is down." },
    "[DONE]",
  ]);
  expect(unexpected).toEqual([]);
});

test.each([[new Error("secret 10.0.0.7")], ["secret"]])(
  "of any other error the reader learns nothing, and whoever runs this everything",
  async (error) => {
    const { frames, unexpected } = answering(breaking(error));
    const text = (await collected(frames)).join("");
    expect(framesOf(text)).toMatchObject([{ type: "start" }, { type: "error" }, "[DONE]"]);
    expect(text).not.toContain("secret");
    expect(unexpected).toEqual([error]);
  },
);

test("after an abort the frames end quietly, whatever breaks", async () => {
  const abort = new AbortController();
  const { frames, unexpected } = answering(breaking(new Error("socket hang up")), abort);
  await frames.next();
  abort.abort();
  expect(await frames.next()).toEqual({ done: true, value: undefined });
  expect(unexpected).toEqual([]);
});

test("an abort ends an answer that doesn't heed it, at its next event", async () => {
  const abort = new AbortController();
  let hasEnded = false;
  async function* heedless(): AsyncGenerator<AnswerEvent> {
    try {
      for (;;) yield started;
    } finally {
      hasEnded = true;
    }
  }
  const { frames } = answering(heedless(), abort);
  await frames.next();
  abort.abort();
  expect(await frames.next()).toEqual({ done: true, value: undefined });
  expect(hasEnded).toBe(true);
});
