import { expect, test } from "vitest";
import { chatToKeep, type KeepingPage } from "../../../src/web/memory/chat-to-keep.ts";
import type { KeptChat } from "../../../src/web/memory/kept-chat.ts";
import { turn } from "./memory-store.ts";

const page: KeepingPage = {
  id: "one",
  version: undefined,
  writer: "me",
  isKept: false,
  isAskedOn: true,
  copyId: "copy",
};
const stored: KeptChat = {
  id: "one",
  startedAt: 1,
  changedAt: 2,
  version: 3,
  writer: "other",
  name: "Mine",
  turns: [turn("theirs")],
};
const written = { turns: [turn("mine")], now: 9 };

test("a chat that nobody keeps yet begins now, with the first version", () => {
  expect(chatToKeep(undefined, page, written)).toEqual({
    chat: { id: "one", startedAt: 9, changedAt: 9, version: 1, writer: "me", turns: written.turns },
  });
});

test("what the page has read goes on under its name, and what it wrote itself whatever its version is", () => {
  const next = { ...stored, changedAt: 9, version: 4, writer: "me", turns: written.turns };
  expect(chatToKeep(stored, { ...page, version: 3 }, written)).toEqual({ chat: next });
  expect(chatToKeep({ ...stored, writer: "me" }, page, written)).toEqual({ chat: next });
});

test("what another tab has written since stays, and the page's turns are a copy", () => {
  expect(chatToKeep(stored, { ...page, version: 2 }, written)).toEqual({
    chat: {
      id: "copy",
      name: "Mine (copy)",
      startedAt: 9,
      changedAt: 9,
      version: 1,
      writer: "me",
      turns: written.turns,
    },
    apart: "changed",
  });
});

test("a chat from before versions were counted is version 0", () => {
  const { version: _, writer: __, ...old } = stored;
  expect(chatToKeep(old, { ...page, version: 0 }, written)).toMatchObject({
    chat: { id: "one", version: 1 },
  });
});

test("a deleted chat is a new one where the reader asked on, else it stays deleted", () => {
  const known = { ...page, version: 3, isKept: true };
  expect(chatToKeep(undefined, known, written)).toMatchObject({ chat: { id: "copy" }, apart: "deleted" });
  expect(chatToKeep(undefined, { ...known, isAskedOn: false }, written)).toEqual({ apart: "deleted" });
});
