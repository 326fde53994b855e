import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKeeper } from "../../../src/web/memory/keeper.ts";
import { NEW_ANSWER } from "../../../src/web/stream/answer-state.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const turns = (text: string) => [{ question: "q", answer: { ...NEW_ANSWER, text } }];

function recorder() {
  const kept: string[] = [];
  const store = {
    keep: async (id: string, [turn]: ReturnType<typeof turns> | readonly never[]) => {
      kept.push(`${id}:${turn?.answer.text}`);
    },
  };
  return { kept, store };
}

test("the first state is kept at once, then the newest once a pause", () => {
  const { kept, store } = recorder();
  const keeper = createKeeper(store, () => expect.unreachable());
  for (const text of ["a", "ab", "abc"]) keeper.keep("one", turns(text));
  expect(kept).toEqual(["one:a"]);
  vi.advanceTimersByTime(600);
  expect(kept).toEqual(["one:a", "one:abc"]);
  vi.advanceTimersByTime(5000);
  expect(kept).toHaveLength(2);
});

test("leaving the page keeps what waits, and so does another chat", () => {
  const { kept, store } = recorder();
  const keeper = createKeeper(store, () => expect.unreachable());
  keeper.keep("one", turns("a"));
  keeper.keep("one", turns("ab"));
  keeper.flush();
  expect(kept).toEqual(["one:a", "one:ab"]);
  keeper.keep("one", turns("abc"));
  keeper.keep("one", turns("abcd"));
  keeper.keep("two", turns("x"));
  vi.advanceTimersByTime(600);
  expect(kept).toEqual(["one:a", "one:ab", "one:abc", "one:abcd", "two:x"]);
});

test("a browser that keeps nothing is told of once", async () => {
  const heard: unknown[] = [];
  const refuses = new Error("no storage");
  const keeper = createKeeper({ keep: () => Promise.reject(refuses) }, (error) => heard.push(error));
  keeper.keep("one", turns("a"));
  await vi.advanceTimersByTimeAsync(600);
  keeper.keep("one", turns("ab"));
  await vi.advanceTimersByTimeAsync(600);
  expect(heard).toEqual([refuses]);
});
