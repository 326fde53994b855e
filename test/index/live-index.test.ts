import { expect, test } from "vitest";
import type { IndexProgress } from "../../src/domain/answer.ts";
import { createLiveIndex, type PreparationReport } from "../../src/index/live-index.ts";

const progress: IndexProgress = { papersDone: 12, papersTotal: 320, papersPerSecond: 12 };
const { signal } = new AbortController();

async function drain<Result>(waiting: AsyncGenerator<IndexProgress, Result>) {
  const seen: IndexProgress[] = [];
  for (;;) {
    const step = await waiting.next();
    if (step.done) return { seen, result: step.value };
    seen.push(step.value);
  }
}

test("whoever asks early is told how far it is, and then gets the index", async () => {
  const ready = Promise.withResolvers<void>();
  const live = createLiveIndex<string>(async (report) => {
    report.progress(progress);
    await ready.promise;
    report.opened("index");
  });
  const waiting = live.whenReady(signal);
  expect(await waiting.next()).toEqual({ done: false, value: progress });
  ready.resolve();
  expect(await waiting.next()).toEqual({ done: true, value: "index" });
  expect((await drain(live.whenReady(signal))).seen).toEqual([]);
  await live.prepared;
  expect(live.progress).toBeUndefined();
});

test("an index opened before stays in use while a newer one is made, and when that fails", async () => {
  const fail = Promise.withResolvers<void>();
  const live = createLiveIndex<string>(async (report) => {
    report.opened("old");
    await fail.promise;
    throw new Error("disk full");
  });
  expect((await drain(live.whenReady(signal))).result).toBe("old");
  fail.resolve();
  await live.prepared;
  expect(live.failure).toEqual(new Error("disk full"));
  expect((await drain(live.whenReady(signal))).result).toBe("old");
  live.replace("newer");
  expect(live.opened).toBe("newer");
});

test("where there will be no index, those who wait hear why", async () => {
  const live = createLiveIndex<string>(async () => {
    throw new Error("no weights");
  });
  await expect(drain(live.whenReady(signal))).rejects.toThrow("no weights");
});

test("whoever leaves stops waiting", async () => {
  const stop = new AbortController();
  let report: PreparationReport<string> | undefined;
  const live = createLiveIndex<string>(async (given) => {
    report = given;
    await new Promise(() => {});
  });
  const waiting = drain(live.whenReady(stop.signal));
  report?.progress(progress);
  stop.abort(new Error("left"));
  await expect(waiting).rejects.toThrow();
});
