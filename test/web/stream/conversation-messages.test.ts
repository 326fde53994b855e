import { expect, test } from "vitest";
import { NEW_ANSWER } from "../../../src/web/stream/answer-state.ts";
import { conversationMessages } from "../../../src/web/stream/conversation-messages.ts";

const answer = {
  ...NEW_ANSWER,
  messageId: "m-1",
  text: "It refuses [1].",
  sources: [{ number: 1, sourceId: "1", url: "https://example.org/a", title: "A", passages: [] }],
};

test("sends earlier answers back with their text and sources, and the question last", () => {
  expect(conversationMessages([{ question: "How?", answer }], "And then?")).toEqual([
    { id: "question-1", role: "user", parts: [{ type: "text", text: "How?" }] },
    {
      id: "m-1",
      role: "assistant",
      parts: [
        { type: "source-url", sourceId: "1", url: "https://example.org/a", title: "A" },
        { type: "text", text: "It refuses [1]." },
      ],
    },
    { id: "question-2", role: "user", parts: [{ type: "text", text: "And then?" }] },
  ]);
});

test("leaves out a question that nothing came for", () => {
  const asked = [
    { question: "How?", answer: { ...NEW_ANSWER, phase: "failed" as const, text: " " } },
    { question: "Why?", answer },
  ];
  const texts = conversationMessages(asked, "And then?").map(({ role, id }) => `${role} ${id}`);
  expect(texts).toEqual(["user question-1", "assistant m-1", "user question-2"]);
});
