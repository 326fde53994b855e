import { expect, test } from "vitest";
import { RequestMessageSchema, RequestMessagesSchema } from "../../src/server/request-message.ts";

test("a UI message gives its text and the papers that it cited; all other parts are passed over", () => {
  const message = RequestMessageSchema.parse({
    id: "a-1",
    role: "assistant",
    metadata: { model: "quoting" },
    parts: [
      { type: "step-start" },
      { type: "data-citation", id: "c-1", data: { text: 5 } },
      { type: "reasoning", text: 5 },
      { type: "source-url", sourceId: "1", url: "https://arxiv.org/abs/1" },
      { type: "text", text: "First.", state: "done" },
      { type: "text", text: "Second." },
    ],
  });
  expect(message).toEqual({
    id: "a-1",
    role: "assistant",
    text: "First.\nSecond.",
    citedPaperUrls: ["https://arxiv.org/abs/1"],
  });
});

test.each([["Why?"], [[{ type: "text", text: "Why?" }]]])("content may be %j", (content) => {
  expect(RequestMessageSchema.parse({ role: "user", content })).toMatchObject({ text: "Why?" });
});

test.each([
  ["no text at all", { role: "user" }],
  ["an unknown role", { role: "robot", content: "Why?" }],
  ["a number for text", { role: "user", parts: [{ type: "text", text: 7 }] }],
  ["content that is a number", { role: "user", content: 7 }],
  ["parts that are no list", { role: "user", parts: "Why?" }],
  ["a part without a type", { role: "user", parts: [{ text: "Why?" }] }],
])("refuses %s", (_, message) => {
  expect(RequestMessageSchema.safeParse(message).success).toBe(false);
});

test.each([
  ["messages", (junk: readonly unknown[]) => RequestMessagesSchema.safeParse(junk), /more than 500 messages/],
  [
    "parts",
    (junk: readonly unknown[]) => RequestMessageSchema.safeParse({ role: "user", parts: junk }),
    /more than 2000 parts/,
  ],
])("refuses very many %s without looking at each", (_, parse, message) => {
  const { error } = parse(Array.from({ length: 400_000 }, () => 7));
  expect(error?.issues.map((issue) => issue.message)).toEqual([expect.stringMatching(message)]);
});

test("takes the messages of a long chat", () => {
  const messages = Array.from({ length: 500 }, () => ({ role: "user", content: "Why?" }));
  expect(RequestMessagesSchema.parse(messages)).toHaveLength(500);
});
