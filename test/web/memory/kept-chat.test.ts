import { expect, test } from "vitest";
import {
  asKept,
  asRead,
  holdsWords,
  type KeptChat,
  LEFT_BEHIND,
  titleOf,
} from "../../../src/web/memory/kept-chat.ts";
import { NEW_ANSWER } from "../../../src/web/stream/answer-state.ts";

const chat: KeptChat = {
  id: "c",
  startedAt: 1,
  changedAt: 2,
  turns: [
    { question: "What is R-Tuning?", answer: { ...NEW_ANSWER, phase: "complete", text: "It refuses [1]." } },
    { question: "And then?", answer: { ...NEW_ANSWER, text: "Half an ans" } },
  ],
};

test("an answer that was still coming is read back as stopped, with what came and why", () => {
  const [first, second] = asRead(chat).turns;
  expect(first).toEqual(chat.turns[0]);
  expect(second?.answer).toMatchObject({ phase: "stopped", text: "Half an ans", failure: LEFT_BEHIND });
});

test("only data is kept, not what shows it", () => {
  const turns = [{ question: "q", answer: NEW_ANSWER, filter: { paperIds: ["a"] }, view: () => undefined }];
  expect(asKept(turns)).toEqual([{ question: "q", answer: NEW_ANSWER, filter: { paperIds: ["a"] } }]);
  expect(structuredClone(asKept(turns))).toEqual(asKept(turns));
});

test("a chat is called by its first question until the reader names it", () => {
  expect(titleOf(chat)).toBe("What is R-Tuning?");
  expect(titleOf({ ...chat, name: "Refusing" })).toBe("Refusing");
  expect(titleOf({ ...chat, turns: [] })).toBe("An empty chat");
});

test("all words have to stand in the name, a question or an answer, in any case", () => {
  expect(holdsWords(chat, "REFUSES r-tuning")).toBe(true);
  expect(holdsWords(chat, "refuses weather")).toBe(false);
  expect(holdsWords({ ...chat, name: "My Name" }, "my name")).toBe(true);
  expect(holdsWords(chat, "")).toBe(true);
});
