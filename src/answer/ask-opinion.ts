import { plainSentence } from "../check/plain-sentence.ts";
import type { Verdict } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { ChatModel } from "../models/chat-model.ts";
import { boundaryFor } from "../prompts/boundary.ts";
import type { Prompt } from "../prompts/load-prompt.ts";

/** What `prompts/second-opinion.md` has to be filled with. */
export const OPINION_PLACEHOLDERS = ["boundary", "title", "abstract", "quote", "sentence"] as const;
export type OpinionPrompt = Prompt<(typeof OPINION_PLACEHOLDERS)[number]>;

/** The verdict is the first word; what a model explains after it is not waited for. */
const MAX_CHARACTERS = 200;

const MARKERS = /\s?\[\d{1,3}\]/g;

export interface OpinionOptions {
  readonly model: ChatModel;
  readonly prompt: OpinionPrompt;
  readonly signal: AbortSignal;
}

/**
 * Whether the chat model finds a sentence borne out by the paper it cites; undefined where the reply names no verdict.
 * @throws {ModelError} where the model fails.
 */
export async function askOpinion(
  sentence: string,
  { paper, quote }: Evidence,
  { model, prompt, signal }: OpinionOptions,
): Promise<Verdict | undefined> {
  const { title, abstract } = paper;
  const data = { title, abstract, quote, sentence: plainSentence(sentence.replace(MARKERS, "")) };
  const { system, user } = prompt({ ...data, boundary: boundaryFor(Object.values(data).join("\n")) });
  const messages = [
    { role: "system" as const, text: system },
    { role: "user" as const, text: user },
  ];
  let reply = "";
  for await (const piece of model.stream(messages, signal)) {
    reply += piece;
    if (reply.length >= MAX_CHARACTERS || /\S\s+\S/u.test(reply.trim())) break;
  }
  return readOpinion(reply);
}

/** The first verdict that a reply names. */
export function readOpinion(reply: string): Verdict | undefined {
  const [, negation, word] = /\b(not\s+)?(supported|partly|partially|unsupported)\b/iu.exec(reply) ?? [];
  switch (word?.toLowerCase()) {
    case "supported":
      return negation ? "unsupported" : "supported";
    case "partly":
    case "partially":
      return "weak";
    case "unsupported":
      return "unsupported";
    default:
      return undefined;
  }
}
