import { ModelError } from "../domain/errors.ts";
import type { ChatAnnotation, ChatChunk, ChatUsage, CitedPapers } from "./chat-chunks.ts";
import type { OpenAIError } from "./openai-error.ts";

/** A whole answer as a `chat.completion`. */
export interface ChatCompletion extends CitedPapers {
  readonly id: string;
  readonly object: "chat.completion";
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: 0;
    readonly message: {
      readonly role: "assistant";
      readonly content: string;
      /** Null always: an answer that the papers don't hold is told in words, as the content. */
      readonly refusal: null;
      readonly annotations: readonly ChatAnnotation[];
    };
    readonly finish_reason: "stop" | "length";
    readonly logprobs: null;
  }[];
  readonly usage?: ChatUsage;
}

/**
 * The whole answer that a stream of chunks makes; undefined where the stream ended early, as it does after an abort.
 * @throws {ModelError} where the stream tells a failure.
 */
export async function chatCompletion(
  chunks: AsyncIterable<ChatChunk | { readonly error: OpenAIError }>,
): Promise<ChatCompletion | undefined> {
  let content = "";
  const annotations: ChatAnnotation[] = [];
  let whole: ChatCompletion | undefined;
  for await (const chunk of chunks) {
    if ("error" in chunk) throw new ModelError(chunk.error.message);
    const { id, created, model, choices, usage, citations = [], search_results = [] } = chunk;
    const { delta, finish_reason } = choices[0] ?? {};
    content += delta?.content ?? "";
    annotations.push(...(delta?.annotations ?? []));
    if (finish_reason) {
      const message = { role: "assistant", content, refusal: null, annotations } as const;
      whole = {
        id,
        object: "chat.completion",
        created,
        model,
        choices: [{ index: 0, message, finish_reason, logprobs: null }],
        citations,
        search_results,
      };
    }
    if (whole && usage) whole = { ...whole, usage };
  }
  return whole;
}
