import { ModelError } from "../domain/errors.ts";
import type { ChatModel } from "../models/chat-model.ts";
import { boundaryFor } from "../prompts/boundary.ts";
import type { Prompt } from "../prompts/load-prompt.ts";
import { readImagined } from "./read-imagined.ts";

/** What `prompts/imagined-abstract.md` has to be filled with. */
export const IMAGINE_PLACEHOLDERS = ["boundary", "question"] as const;
export type ImaginePrompt = Prompt<(typeof IMAGINE_PLACEHOLDERS)[number]>;

/** Four sentences of an abstract. What comes after them adds nothing to search with, and the reader is waiting. */
const MAX_CHARACTERS = 800;

export interface ImagineOptions {
  readonly model: ChatModel;
  readonly prompt: ImaginePrompt;
  /** The reader's. */
  readonly signal: AbortSignal;
  /** For the whole reply, from now on; what has come by then is taken. */
  readonly timeoutMs: number;
}

/**
 * The abstract of a paper that would answer the question, as the model imagines it (HyDE, Gao et al. 2022): it lies nearer
 * to the real one than the question does. Only ever to search with: nothing in it is true, so that it may neither be shown
 * nor cited. Whole sentences, two or more, at most 800 characters; undefined where the model gives none in time, whether it
 * is slow, fails, refuses or writes something else. The request is cancelled as soon as enough has come or the time is over.
 * @throws the signal's reason once it is aborted, and nothing else.
 */
export async function imagineAbstract(
  question: string,
  { model, prompt, signal, timeoutMs }: ImagineOptions,
): Promise<string | undefined> {
  signal.throwIfAborted();
  const { system, user } = prompt({ boundary: boundaryFor(question), question });
  const messages = [
    { role: "system" as const, text: system },
    { role: "user" as const, text: user },
  ];
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  let reply = "";
  try {
    for await (const piece of model.stream(messages, AbortSignal.any([signal, deadline.signal]))) {
      reply += piece;
      if (reply.length >= MAX_CHARACTERS) break;
    }
  } catch (error) {
    // A search goes on without it, and an answer that needs the same model tells what is wrong with it.
    if (!(error instanceof ModelError)) throw error;
  } finally {
    clearTimeout(timer);
  }
  signal.throwIfAborted();
  return readImagined(reply.slice(0, MAX_CHARACTERS));
}
