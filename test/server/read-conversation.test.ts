import { expect, test } from "vitest";
import { BadRequestError } from "../../src/domain/errors.ts";
import { readConversation } from "../../src/server/read-conversation.ts";
import type { RequestMessage } from "../../src/server/request-message.ts";

const says = (role: RequestMessage["role"], text: string, id?: string): RequestMessage => ({
  id,
  role,
  text,
  citedPaperUrls: [],
});

test("the last message is the question, what came before is history", () => {
  const cited = { ...says("assistant", "It refuses [1]."), citedPaperUrls: ["http://here/papers/r-tuning"] };
  expect(
    readConversation({
      messages: [
        says("system", "Be nice."),
        says("user", "What is R-Tuning?"),
        cited,
        says("user", " Why? "),
      ],
    }),
  ).toEqual({
    history: [
      { role: "user", text: "What is R-Tuning?", citedPaperUrls: [] },
      { role: "assistant", text: "It refuses [1].", citedPaperUrls: ["http://here/papers/r-tuning"] },
    ],
    question: "Why?",
  });
});

test("an answer that was stopped before its first word is no part of the history", () => {
  const messages = [says("user", "What?"), says("assistant", ""), says("user", "Why?")];
  expect(readConversation({ messages }).history).toEqual([
    { role: "user", text: "What?", citedPaperUrls: [] },
  ]);
});

const talk = [
  says("user", "First?", "u-1"),
  says("assistant", "One.", "a-1"),
  says("user", "Second?", "u-2"),
  says("assistant", "Two.", "a-2"),
];

test.each([
  ["the last answer where no message is named", undefined, "Second?", 2],
  ["the last answer where the client has dropped it already", "a-3", "Second?", 2],
  ["an earlier answer and all after it", "a-1", "First?", 0],
  ["everything after the question that is named", "u-1", "First?", 0],
])("regenerating leaves out %s", (_, messageId, question, turnsBefore) => {
  const conversation = readConversation({ messages: talk, trigger: "regenerate-message", messageId });
  expect(conversation.question).toBe(question);
  expect(conversation.history).toHaveLength(turnsBefore);
});

test.each([
  ["nothing", []],
  ["only a system message", [says("system", "Be nice.")]],
  ["an answer at the end", talk],
])("refuses %s in words", (_, messages) => {
  expect(() => readConversation({ messages })).toThrow(BadRequestError);
  expect(() => readConversation({ messages })).toThrow(/last message must be a question by the user/);
});

test("an empty question is refused, even where there is history", () => {
  expect(() => readConversation({ messages: [...talk, says("user", " \n ")] })).toThrow(/question is empty/);
});

test("a question may have 8,000 characters and no more", () => {
  expect(readConversation({ messages: [says("user", "x".repeat(8000))] }).question).toHaveLength(8000);
  expect(() => readConversation({ messages: [says("user", "x".repeat(20_000))] })).toThrow(
    /20,000 characters.*8,000/,
  );
});
