import { expect, onTestFinished, test } from "vitest";
import type { Turn } from "../../src/domain/question.ts";
import { createChatModel } from "../../src/models/chat-model.ts";
import { loadPrompt } from "../../src/prompts/load-prompt.ts";
import { REWRITE_PLACEHOLDERS, rewriteQuestion } from "../../src/question/rewrite-question.ts";
import { neverAnswers, refuses, says } from "../upstream/behaviours.ts";
import { type Behaviour, createUpstream } from "../upstream/create-upstream.ts";

const HELD = new AbortController().signal;
const HISTORY: readonly Turn[] = [
  { role: "user", text: "How accurate is LoRA on MMLU?", citedPaperUrls: [] },
  { role: "assistant", text: "“It reaches 71%.” [1]", citedPaperUrls: ["https://a.org"] },
];

async function rewrite(
  behaviour: Behaviour,
  { history = HISTORY, question = "And on GSM8K?", signal = HELD } = {},
) {
  const upstream = await createUpstream(behaviour);
  onTestFinished(() => upstream.close());
  const model = createChatModel({ model: "some-model", baseUrl: upstream.baseUrl, timeoutMs: 5_000 });
  const prompt = await loadPrompt("standalone-question", REWRITE_PLACEHOLDERS);
  return { upstream, rewritten: rewriteQuestion({ history, question }, { model, prompt, signal }) };
}

test("a question without history is not sent anywhere", async () => {
  const { upstream, rewritten } = await rewrite(says(["never asked"]), { history: [] });
  expect(await rewritten).toBe("And on GSM8K?");
  expect(upstream.requests).toHaveLength(0);
});

test("the model sees the conversation as data, and the question", async () => {
  const { upstream, rewritten } = await rewrite(says(["How accurate is LoRA ", "on GSM8K?"]));
  expect(await rewritten).toBe("How accurate is LoRA on GSM8K?");
  const [system, user, ...more] = upstream.requests[0]?.body.messages ?? [];
  expect(more).toEqual([]);
  expect(system).toMatchObject({
    role: "system",
    content: expect.stringContaining("can be understood without"),
  });
  expect(user?.content).toMatch(
    /^<conversation (\w+)>\nReader: How accurate is LoRA on MMLU\?\nFootnote: “It reaches 71%\.”\n<\/conversation \1>\n\nLast question: And on GSM8K\?$/,
  );
});

test.each([
  ["a label", "Standalone question: How is it on GSM8K?"],
  ["a bold label", "**Question:** How is it on GSM8K?"],
  ["quotation marks", "“How is it on GSM8K?”"],
  ["line ends", "\nHow is it\non GSM8K?\n"],
])("reads a rewrite with %s", async (_, reply) => {
  const { rewritten } = await rewrite(says([reply]));
  expect(await rewritten).toBe("How is it on GSM8K?");
});

test("quotation marks inside a rewrite stay", async () => {
  const { rewritten } = await rewrite(says(['"LoRA" or "QLoRA"']));
  expect(await rewritten).toBe('"LoRA" or "QLoRA"');
});

test.each([
  ["empty", [" \n"]],
  ["absurdly long", Array.from({ length: 200 }, () => "LoRA is a method. ")],
])("the question stands where the rewrite is %s", async (_, pieces) => {
  const { rewritten } = await rewrite(says(pieces));
  expect(await rewritten).toBe("And on GSM8K?");
});

test("a model that rambles is not listened to until it ends", async () => {
  const { upstream, rewritten } = await rewrite(
    says(
      Array.from({ length: 5_000 }, () => "word ".repeat(20)),
      { delayMs: 2 },
    ),
  );
  expect(await rewritten).toBe("And on GSM8K?");
  expect(await upstream.requests[0]?.isCutShort).toBe(true);
});

test("a failing model is an error and no reason to guess", async () => {
  const { rewritten } = await rewrite(refuses(401));
  await expect(rewritten).rejects.toThrow("OPENAI_API_KEY");
});

test("an abort gives the signal's reason and hangs up", async () => {
  const abort = new AbortController();
  const { upstream, rewritten } = await rewrite(neverAnswers(), { signal: abort.signal });
  const outcome = expect(rewritten).rejects.toThrow("the reader left");
  const request = await upstream.request(0);
  abort.abort(new Error("the reader left"));
  await outcome;
  expect(await request.isCutShort).toBe(true);
});
