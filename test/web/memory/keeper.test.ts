import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKeeper, type KeeperListener } from "../../../src/web/memory/keeper.ts";
import { ended, memoryStore, turn } from "./memory-store.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pause = () => vi.advanceTimersByTimeAsync(600);

/** What a keeper tells, in words. */
function listener() {
  const heard: string[] = [];
  const ids: string[] = [];
  const on: KeeperListener = {
    trouble: (error) => heard.push(`trouble: ${error instanceof Error ? error.message : error}`),
    works: () => heard.push("works"),
    moved: (id, why) => {
      heard.push(why);
      ids.push(id);
    },
    gone: () => heard.push("gone"),
  };
  return { heard, ids, on };
}

/** A tab with a store that it shares with others. */
function tab(store = memoryStore()) {
  const { heard, ids, on } = listener();
  return { store, heard, ids, keeper: createKeeper(store, on) };
}

test("the first state is kept at once, then the newest once a pause", async () => {
  const { store, keeper, heard } = tab();
  for (const text of ["a", "ab", "abc"]) keeper.keep("one", [turn(text)]);
  expect(store.written).toEqual(["one:a"]);
  await pause();
  expect(store.written).toEqual(["one:a", "one:abc"]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.written).toHaveLength(2);
  expect(heard).toEqual([]);
});

test("an answer that has ended is kept at once", async () => {
  const { store, keeper } = tab();
  keeper.keep("one", [turn("a")]);
  keeper.keep("one", [ended(turn("ab"))]);
  expect(store.written).toEqual(["one:a", "one:ab"]);
});

test("leaving the page keeps what waits, and so does another chat", async () => {
  const { store, keeper } = tab();
  for (const text of ["a", "ab"]) keeper.keep("one", [turn(text)]);
  keeper.flush();
  expect(store.written).toEqual(["one:a", "one:ab"]);
  for (const text of ["abc", "abcd"]) keeper.keep("one", [turn(text)]);
  keeper.keep("two", [turn("x")]);
  await pause();
  expect(store.written).toEqual(["one:a", "one:ab", "one:abc", "one:abcd", "two:x"]);
});

test("trouble is told when it begins and when it ends; every state tries again, and so does a flush", async () => {
  const { store, keeper, heard } = tab();
  store.refuse = new Error("full");
  keeper.keep("one", [turn("a")]);
  await pause();
  keeper.keep("one", [turn("ab")]);
  await pause();
  expect(heard).toEqual(["trouble: full"]);
  store.refuse = undefined;
  keeper.flush();
  await pause();
  expect(store.written).toEqual(["one:ab"]);
  expect(heard).toEqual(["trouble: full", "works"]);
  store.refuse = new Error("full again");
  keeper.keep("one", [turn("abc")]);
  await pause();
  store.refuse = undefined;
  keeper.keep("one", [turn("abcd")]);
  await pause();
  expect(store.written).toEqual(["one:ab", "one:abcd"]);
  expect(heard).toEqual(["trouble: full", "works", "trouble: full again", "works"]);
});

test("two tabs that go on with one chat lose no turn: the later one keeps a copy, and goes on with that", async () => {
  const first = tab();
  const asked = turn("1");
  first.keeper.keep("one", [asked]);
  await pause();
  const second = tab(first.store);
  second.keeper.opened(first.store.chats.get("one") ?? expect.unreachable());
  first.keeper.keep("one", [asked, turn("2a")]);
  await pause();
  second.keeper.keep("one", [asked, turn("2b")]);
  await pause();
  const [copy = ""] = second.ids;
  expect(second.heard).toEqual(["changed"]);
  // Whether the page has taken the new id up or not.
  second.keeper.keep("one", [asked, turn("2b "), turn("3b")]);
  await pause();
  second.keeper.keep(copy, [asked, turn("2b"), turn("3b")]);
  first.keeper.keep("one", [asked, turn("2a"), turn("3a")]);
  await pause();
  const kept = (id: string) => first.store.chats.get(id)?.turns.map(({ answer }) => answer.text);
  expect(kept("one")).toEqual(["1", "2a", "3a"]);
  expect(kept(copy)).toEqual(["1", "2b", "3b"]);
  expect(first.store.chats.size).toBe(2);
  expect(first.store.chats.get(copy)?.name).toBe("q (copy)");
  expect([first.heard, second.heard]).toEqual([[], ["changed"]]);
});

test("states that were under way when the copy was made make no second one", async () => {
  const first = tab();
  first.keeper.keep("one", [turn("1")]);
  await pause();
  const second = tab(first.store);
  second.keeper.keep("one", [turn("2")]);
  second.keeper.keep("one", [turn("3")]);
  second.keeper.flush();
  await pause();
  expect(first.store.chats.size).toBe(2);
  expect(second.heard).toEqual(["changed"]);
});

test("a name given in another tab is no change of the turns", async () => {
  const { store, keeper, heard } = tab();
  keeper.keep("one", [turn("1")]);
  await pause();
  const kept = store.chats.get("one") ?? expect.unreachable();
  store.chats.set("one", { ...kept, name: "Mine" });
  keeper.keep("one", [turn("12")]);
  await pause();
  expect(store.chats.get("one")).toMatchObject({ name: "Mine", version: 2 });
  expect(heard).toEqual([]);
});

test("a chat deleted in another tab doesn't come back by itself; asked on, it is kept as a new one", async () => {
  const { store, keeper, heard, ids } = tab();
  const asked = turn("half");
  keeper.keep("one", [asked]);
  await pause();
  store.chats.clear();
  for (let word = 0; word < 3; word += 1) {
    keeper.keep("one", [asked]);
    await pause();
  }
  expect(store.chats.size).toBe(0);
  expect(heard).toEqual(["gone"]);
  keeper.keep("one", [asked, turn("more")]);
  await pause();
  expect(heard).toEqual(["gone", "deleted"]);
  expect([...store.chats.keys()]).toEqual(ids);
  expect(ids).not.toContain("one");
});

test("what becomes of a chat that the page has left is not told", async () => {
  const { store, keeper, heard } = tab();
  const asked = turn("1");
  keeper.keep("one", [asked]);
  await pause();
  store.chats.clear();
  keeper.keep("one", [asked, turn("2")]);
  keeper.keep("two", [turn("x")]);
  await pause();
  expect(heard).toEqual([]);
  expect([...store.chats.values()].map(({ turns }) => turns.length)).toEqual([2, 1]);
});
