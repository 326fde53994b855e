import { afterEach, expect, test, vi } from "vitest";
import { eventStream } from "../../src/server/event-stream.ts";

/** Never reached within a test. */
const NEVER_MS = 60_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(() => {
  vi.useRealTimers();
});

function streaming(frames: AsyncGenerator<string, void>, heartbeatMs = NEVER_MS) {
  const seen = { stops: 0, unexpected: [] as unknown[] };
  const stream = eventStream({
    frames,
    heartbeatMs,
    stop: () => {
      seen.stops += 1;
    },
    onUnexpectedError: (error) => seen.unexpected.push(error),
  });
  return { stream, seen };
}

test("frames pass unchanged and the stream ends with them", async () => {
  async function* frames() {
    yield "data: 1\n\n";
    yield "data: “é”\n\n";
  }
  const { stream, seen } = streaming(frames());
  expect(await new Response(stream).text()).toBe("data: 1\n\ndata: “é”\n\n");
  expect(seen.stops).toBe(0);
});

test("a silence is filled with pings, a flow of frames is not", async () => {
  vi.useFakeTimers();
  async function* frames() {
    for (const pauseMs of [0, 80, 80, 80, 250]) {
      await sleep(pauseMs);
      yield `data: ${pauseMs}\n\n`;
    }
  }
  const text = new Response(streaming(frames(), 100).stream).text();
  await vi.runAllTimersAsync();
  expect((await text).split("\n\n").slice(0, -1)).toEqual([
    "data: 0",
    "data: 80",
    "data: 80",
    "data: 80",
    ": ping",
    ": ping",
    "data: 250",
  ]);
});

test("a reader who doesn't read gets neither frames nor pings piled up", async () => {
  let made = 0;
  async function* frames() {
    for (;;) {
      made += 1;
      yield `data: ${made}\n\n`;
    }
  }
  const { stream } = streaming(frames(), 10);
  const reader = stream.getReader();
  await sleep(100);
  expect(made).toBe(1);
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("data: 1\n\n");
  await reader.cancel();
});

test("a reader who leaves stops the answer and ends its generator", async () => {
  let hasEnded = false;
  async function* frames() {
    try {
      for (;;) yield "data: 1\n\n";
    } finally {
      hasEnded = true;
    }
  }
  const { stream, seen } = streaming(frames());
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  await sleep(0);
  expect(hasEnded).toBe(true);
  expect(seen).toEqual({ stops: 1, unexpected: [] });
});

test("leaving doesn't wait for an answer that is slow to stop, and an error on its way out is heard", async () => {
  const gate = Promise.withResolvers<void>();
  async function* frames() {
    try {
      await gate.promise;
      yield "data: 1\n\n";
    } finally {
      throwAway();
    }
  }
  const throwAway = () => {
    throw new Error("could not close");
  };
  const { stream, seen } = streaming(frames());
  await sleep(0);
  await stream.cancel();
  expect(seen.stops).toBe(1);
  gate.resolve();
  await expect.poll(() => seen.unexpected).toEqual([new Error("could not close")]);
});
