import type { ChatModelSettings } from "../config.ts";
import { nextInTime } from "./next-in-time.ts";
import { NO_KEY, OPENAI_ADDRESS } from "./openai-address.ts";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly text: string;
}

/** How a model's text ended: of itself, or because the model may not write more. */
export interface ChatEnding {
  readonly finishReason: "stop" | "length";
}

/** A model that continues a conversation. */
export interface ChatModel {
  readonly name: string;
  /**
   * The next message, piece by piece as it is written. Leaving the loop or aborting the signal cancels the request; an
   * abort ends the stream quietly.
   * @throws {ModelError} in words for a person, naming what to check.
   */
  stream(messages: readonly ChatMessage[], signal: AbortSignal): AsyncGenerator<string, ChatEnding>;
}

/** Further tries where a request fails before its first word: a reader is waiting, and can ask again. */
const MAX_RETRIES = 1;

/** A chat model behind an OpenAI-compatible endpoint. Nothing is loaded or sent before the first `stream`. */
export function createChatModel(settings: ChatModelSettings): ChatModel {
  let opening: ReturnType<typeof openModel> | undefined;
  return {
    name: settings.model,
    async *stream(messages, signal) {
      const cancellation = new AbortController();
      let hasBegun = false;
      try {
        opening ??= openModel(settings);
        const request = { messages, signal: AbortSignal.any([signal, cancellation.signal]) };
        const reply = readReply(await opening, request, settings.timeoutMs);
        while (true) {
          const next = await reply.next();
          if (next.done) return next.value;
          hasBegun = true;
          yield next.value;
        }
      } catch (error) {
        if (signal.aborted) return { finishReason: "stop" };
        const { modelFailure } = await import("./model-failure.ts");
        throw modelFailure(error, { settings, hasBegun });
      } finally {
        cancellation.abort();
      }
    },
  };
}

/** LangChain takes half a second to load, which only those who ask a model should wait for. */
async function openModel(settings: ChatModelSettings) {
  const [{ initChatModel }, { isWorthRetrying }] = await Promise.all([
    import("langchain"),
    import("./upstream-errors.ts"),
  ]);
  return initChatModel(settings.model, {
    modelProvider: "openai",
    apiKey: settings.apiKey ?? NO_KEY,
    // The client would print what the endpoint sent, which may repeat a key or a question.
    configuration: { baseURL: settings.baseUrl ?? OPENAI_ADDRESS, logLevel: "off" },
    maxRetries: MAX_RETRIES,
    onFailedAttempt: (error: unknown) => {
      if (!isWorthRetrying(error)) throw error;
    },
    streamUsage: false,
  });
}

interface ReplyRequest {
  readonly messages: readonly ChatMessage[];
  readonly signal: AbortSignal;
}

/** Every message of the stream counts as a sign of life, with or without text. */
async function* readReply(
  model: Awaited<ReturnType<typeof openModel>>,
  { messages, signal }: ReplyRequest,
  timeoutMs: number,
): AsyncGenerator<string, ChatEnding> {
  const prompt = messages.map(({ role, text }) => ({ role, content: text }));
  const reply = await nextInTime(model.stream(prompt, { signal }), timeoutMs, signal);
  const pieces = reply[Symbol.asyncIterator]();
  let ending: ChatEnding | undefined;
  while (true) {
    const next = await nextInTime(pieces.next(), timeoutMs, signal);
    if (next.done) break;
    ending ??= endingOf(next.value.response_metadata);
    if (next.value.text !== "") yield next.value.text;
  }
  signal.throwIfAborted();
  if (ending === undefined) throw new Error("The stream ended without saying why.");
  return ending;
}

/** Chat completions give a `finish_reason`; the models that LangChain asks by OpenAI's other API give a `status`. */
function endingOf(metadata: Readonly<Record<string, unknown>>): ChatEnding | undefined {
  const reason = metadata["finish_reason"] ?? metadata["status"];
  if (typeof reason !== "string") return undefined;
  return { finishReason: reason === "length" || reason === "incomplete" ? "length" : "stop" };
}
