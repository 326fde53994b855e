import { plainSentence } from "../check/plain-sentence.ts";
import type { Verdict } from "../domain/answer.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { ChatModel } from "../models/chat-model.ts";
import { boundaryFor } from "../prompts/boundary.ts";
import type { Prompt } from "../prompts/load-prompt.ts";

/** What `prompts/second-opinion.md` has to be filled with. */
export const OPINION_PLACEHOLDERS = ["boundary", "title", "abstract", "quote", "sentence"] as const;
export type OpinionPrompt = Prompt<(typeof OPINION_PLACEHOLDERS)[number]>;

/** The verdict is among the first words; what a model explains after it is not waited for. */
const MAX_CHARACTERS = 200;
/** Reasoning that runs on beyond this comes to no verdict in time. */
const MAX_REPLY_CHARACTERS = 20_000;

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
    if (hasVerdict(reply) || plainReply(reply).length >= MAX_CHARACTERS) break;
    if (reply.length >= MAX_REPLY_CHARACTERS) break;
  }
  return readOpinion(reply);
}

/** What a model that reasons aloud says before it answers, complete or not. */
const THINKING = /<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)/giu;
/** A verdict, and up to two words before it that turn it round or weaken it. */
const VERDICT =
  /(?:\b(?:not|never|cannot|no)|n['’]t)\s+(?:(\p{L}+)\s+){0,2}?support(?:ed)?\b|\b(?:partly|partially|un-?supported|supported)\b/iu;
const WHOLLY = /^(?:fully|entirely|completely|wholly|totally|quite|all)$/iu;

/** The first verdict that a reply names outside its reasoning. */
export function readOpinion(reply: string): Verdict | undefined {
  const [verdict = "", degree = ""] = VERDICT.exec(plainReply(reply)) ?? [];
  switch (verdict.toLowerCase()) {
    case "":
      return undefined;
    case "supported":
      return "supported";
    case "partly":
    case "partially":
      return "weak";
    default:
      return WHOLLY.test(degree) ? "weak" : "unsupported";
  }
}

/** A verdict may be cut anywhere, so only one with something behind it has come to its end. */
function hasVerdict(reply: string): boolean {
  const plain = plainReply(reply);
  const match = VERDICT.exec(plain);
  return match !== null && /\s/u.test(plain.slice(match.index + match[0].length));
}

function plainReply(reply: string): string {
  return reply.replace(THINKING, "").replace(/[*_`"]/g, "");
}
