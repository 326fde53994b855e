import type { Conversation } from "../domain/question.ts";
import type { ChatModel } from "../models/chat-model.ts";
import { boundaryFor } from "../prompts/boundary.ts";
import type { Prompt } from "../prompts/load-prompt.ts";
import { recentTurns } from "./recent-turns.ts";

/** What `prompts/standalone-question.md` has to be filled with. */
export const REWRITE_PLACEHOLDERS = ["boundary", "history", "question"] as const;
export type RewritePrompt = Prompt<(typeof REWRITE_PLACEHOLDERS)[number]>;

/** Several turns back, and room for the prompt in a small local model's window. */
const MAX_HISTORY_TOKENS = 1_500;

/** How much a rewrite may add to a question. What is longer is an answer or a model that rambles. */
const MAX_ADDED_CHARACTERS = 400;

/**
 * The conversation's question in words that need no history, as the model puts it. The question itself where there is no
 * history that fits, or where the rewrite is empty or absurdly long.
 * @throws {ModelError} where the model fails; the signal's reason once it is aborted.
 */
export async function rewriteQuestion(
  { history, question }: Conversation,
  {
    model,
    prompt,
    signal,
  }: { readonly model: ChatModel; readonly prompt: RewritePrompt; readonly signal: AbortSignal },
): Promise<string> {
  const turns = recentTurns(history, MAX_HISTORY_TOKENS);
  if (turns.length === 0) return question;

  const lines = turns
    .map(({ role, text }) => `${role === "user" ? "Reader" : "Footnote"}: ${text}`)
    .join("\n");
  const { system, user } = prompt({ boundary: boundaryFor(lines), history: lines, question });
  const messages = [
    { role: "system" as const, text: system },
    { role: "user" as const, text: user },
  ];
  let reply = "";
  for await (const piece of model.stream(messages, signal)) {
    reply += piece;
    if (reply.length > question.length + MAX_ADDED_CHARACTERS) return question;
  }
  signal.throwIfAborted();
  return readRewrite(reply) || question;
}

/** Models like to label or quote what they were asked to write plainly. */
function readRewrite(reply: string): string {
  return reply
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[^\p{L}\p{N}]*(?:(?:rewritten|standalone|last) )*question[^\p{L}\p{N}]*:[^\p{L}\p{N}]*/iu, "")
    .replace(/^["'`“*]+([^"`“”*]*)["'`”*]+$/, "$1")
    .trim();
}
