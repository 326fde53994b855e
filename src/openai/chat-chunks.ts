import type { AnswerEvent } from "../domain/answer.ts";
import { type AddressOf, createCitedAnswer, type SearchResult, type UrlCitation } from "./cited-answer.ts";
import type { TokenCounts } from "./estimate-usage.ts";
import { type OpenAIError, openaiError } from "./openai-error.ts";
import { MODEL } from "./served-model.ts";

export interface ChatAnnotation {
  readonly type: "url_citation";
  readonly url_citation: UrlCitation;
}

export interface ChatUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/**
 * Perplexity's fields: the cited papers' addresses, that of `[n]` at `n - 1`, and what else is known of them. A client that
 * knows no annotations can still read them: `@ai-sdk/openai-compatible` hands them on by its `metadataExtractor`.
 */
export interface CitedPapers {
  readonly citations: readonly string[];
  readonly search_results: readonly SearchResult[];
}

interface ChunkDelta {
  readonly role?: "assistant";
  readonly content?: string;
  readonly annotations?: readonly ChatAnnotation[];
}

/** One `chat.completion.chunk` of a streamed answer. */
export interface ChatChunk extends Partial<CitedPapers> {
  readonly id: string;
  readonly object: "chat.completion.chunk";
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: 0;
    readonly delta: ChunkDelta;
    readonly finish_reason: "stop" | "length" | null;
  }[];
  readonly usage?: ChatUsage;
}

/** How an answer is told as a chat completion. */
export interface ChatTelling {
  readonly addressOf: AddressOf;
  /** Seconds since 1970. */
  readonly created: number;
  /** Counts the tokens of the whole answer's text; absent where the end of the stream doesn't tell them. */
  readonly countTokens?: ((answer: string) => TokenCounts) | undefined;
}

/**
 * The chunks of a streamed chat completion: the role at once, text as it comes, each annotation as soon as its sentence
 * is cited, and the reason for the end; an empty list of annotations there says that the answer has none. A failure is
 * the last thing sent.
 *
 * Perplexity's fields can't be in the very first chunk, which leaves before anything is looked up. They come with the
 * first text behind each newly cited paper, where they hold the papers so far, and whole with the last chunk of a choice.
 */
export async function* chatChunks(
  events: AsyncIterable<AnswerEvent>,
  { addressOf, created, countTokens }: ChatTelling,
): AsyncGenerator<ChatChunk | { readonly error: OpenAIError }, void> {
  const answer = createCitedAnswer(addressOf);
  let id = "chatcmpl";
  let toldPapers = 0;
  const chunkOf = (choices: ChatChunk["choices"]): ChatChunk => ({
    id,
    object: "chat.completion.chunk",
    created,
    model: MODEL,
    choices,
  });
  const chunk = (delta: ChunkDelta, finishReason: "stop" | "length" | null = null): ChatChunk =>
    chunkOf([{ index: 0, delta, finish_reason: finishReason }]);

  for await (const event of events) {
    const citation = answer.add(event);
    if (event.type === "answer-started") {
      id = `chatcmpl-${event.messageId}`;
      yield chunk({ role: "assistant", content: "" });
    } else if (event.type === "text-added") {
      const results = answer.results();
      yield {
        ...chunk({ content: event.text }),
        ...(results.length > toldPapers && citedPapers(results)),
      };
      toldPapers = results.length;
    } else if (citation) {
      yield chunk({ annotations: [{ type: "url_citation", url_citation: citation }] });
    } else if (event.type === "answer-finished") {
      const delta = answer.citations().length > 0 ? {} : { annotations: [] };
      yield { ...chunk(delta, event.finishReason), ...citedPapers(answer.results()) };
      if (countTokens) yield { ...chunkOf([]), usage: chatUsage(countTokens(answer.text())) };
    } else if (event.type === "answer-failed") {
      yield openaiError({ status: 503, code: "model", message: event.message });
    }
  }
}

function citedPapers(results: readonly SearchResult[]): CitedPapers {
  return { citations: results.map(({ url }) => url), search_results: results };
}

function chatUsage({ prompt, completion }: TokenCounts): ChatUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
