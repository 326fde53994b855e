import { AIMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { afterEach, expect, test } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import { collected } from "../server/door.ts";
import { scriptedFootnote } from "../server/scripted-footnote.ts";
import { answering, serveOpenAI, twoPaperAnswer, twoPaperCitations, twoPaperText } from "./serve-openai.ts";

/**
 * LangChain's `ChatOpenAI` leaves annotations of chat completions out of its messages; `__includeRawResponse`, its own
 * switch for fields of other servers, puts what came into `additional_kwargs.__raw_response`.
 */
let close = async () => {};

afterEach(() => close());

async function connect(footnote: Footnote) {
  const served = await serveOpenAI(footnote);
  close = served.close;
  const chat = new ChatOpenAI({
    model: "footnote",
    apiKey: "unused",
    maxRetries: 0,
    configuration: { baseURL: served.baseURL },
    __includeRawResponse: true,
  });
  return { chat, origin: new URL(served.baseURL).origin };
}

function rawOf(message: { readonly additional_kwargs: Record<string, unknown> }) {
  return Object(message.additional_kwargs["__raw_response"]);
}

test("invoke gives the text, and the annotations in the raw response", async () => {
  const { chat, origin } = await connect(answering(twoPaperAnswer));
  const message = await chat.invoke("Can refusal be trained?");
  expect(message.content).toBe(twoPaperText);
  expect(message.response_metadata).toMatchObject({ model_name: "footnote", finish_reason: "stop" });
  const raw = rawOf(message);
  expect(raw.choices[0].message.annotations).toEqual(
    twoPaperCitations(origin).map((url_citation) => ({ type: "url_citation", url_citation })),
  );
  expect(raw.search_results).toHaveLength(2);
});

test("stream gives text as it comes, and every annotation", async () => {
  const { chat, origin } = await connect(answering(twoPaperAnswer));
  const chunks = await collected(await chat.stream("Can refusal be trained?"));
  expect(chunks.map(({ content }) => content).join("")).toBe(twoPaperText);
  const annotations = chunks.flatMap((chunk) => rawOf(chunk).choices?.[0]?.delta.annotations ?? []);
  expect(annotations.map(({ url_citation }) => url_citation)).toEqual(twoPaperCitations(origin));
});

test("an earlier answer goes back as history, and a system message changes nothing", async () => {
  const footnote = scriptedFootnote();
  const { chat } = await connect(footnote);
  await chat.invoke([
    { role: "system", content: "Answer in rhymes." },
    { role: "user", content: "Can refusal be trained?" },
    new AIMessage("Yes [1]."),
    { role: "user", content: [{ type: "text", text: "Why?" }] },
  ]);
  expect(footnote.asked.at(-1)?.conversation).toEqual({
    question: "Why?",
    history: [
      { role: "user", text: "Can refusal be trained?", citedPaperUrls: [] },
      { role: "assistant", text: "Yes [1].", citedPaperUrls: [] },
    ],
  });
});
