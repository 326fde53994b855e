import { expect, test } from "vitest";
import { isSmallTalk } from "../../src/question/recognise-small-talk.ts";

test.each([
  "hi",
  "Hello!",
  "Good morning! What kind of topics may I ask you about?",
  "thanks!",
  "ok, that's all for now, bye",
  "who made you",
  "how many papers are in here?",
  "How many papers do you have?",
  "What can you do?",
  "what is Footnote?",
  "What can Footnote do?",
  "Help me",
  "hey there :)",
])("%s is small talk", (question) => {
  expect(isSmallTalk(question)).toBe(true);
});

test.each([
  "How many papers mention GSM8K?",
  "hello world programs in Lean",
  "Who made the Dolma corpus?",
  "What is TALC?",
  "Hi, what is R-Tuning?",
  "What can you do with sparse weights?",
  "thanks to which data does OpenCoder do well?",
])("%s is a question", (question) => {
  expect(isSmallTalk(question)).toBe(false);
});
