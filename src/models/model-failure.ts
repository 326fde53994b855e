import { ContextOverflowError } from "@langchain/core/errors";
import { APIConnectionError, APIError } from "openai";
import type { ChatModelSettings } from "../config.ts";
import { ModelError } from "../domain/errors.ts";
import { SilenceError } from "./next-in-time.ts";
import { OPENAI_ADDRESS } from "./openai-address.ts";
import { connectionTrouble, isAboutLength, whenToRetry } from "./upstream-errors.ts";

interface FailedRequest {
  readonly settings: ChatModelSettings;
  /** Whether text had arrived. */
  readonly hasBegun: boolean;
}

/**
 * Why a request to the chat model failed, in words for a person and naming the variable to check. What the endpoint said
 * is kept as the cause and never repeated.
 */
export function modelFailure(error: unknown, request: FailedRequest): ModelError {
  return new ModelError(explain(error, request), { cause: error });
}

function explain(error: unknown, { settings, hasBegun }: FailedRequest): string {
  if (error instanceof SilenceError) {
    const silence = `chat model sent no word for ${settings.timeoutMs / 1000} s`;
    return `${hasBegun ? "The answer broke off: the" : "The"} ${silence}. Ask again, or raise CHAT_TIMEOUT_SECONDS.`;
  }
  if (hasBegun) return "The answer broke off: the connection to the chat model was lost. Ask again.";
  if (ContextOverflowError.isInstance(error)) return TOO_LONG;
  if (error instanceof APIConnectionError) return explainConnection(error, settings);
  if (error instanceof APIError && error.status !== undefined)
    return explainStatus(error, error.status, settings);
  return "The chat model gave no answer that could be read. Check that OPENAI_BASE_URL is the address of an OpenAI-compatible server.";
}

const TOO_LONG =
  "The question with its evidence is longer than the chat model can read. Start a new chat, or set CHAT_MODEL to a model that reads more.";

function explainStatus(error: APIError, status: number, settings: ChatModelSettings): string {
  if (status === 401 || status === 403) {
    return settings.apiKey
      ? "The chat model's server refused the key. Check OPENAI_API_KEY."
      : "The chat model's server asks for a key. Set OPENAI_API_KEY.";
  }
  if (status === 404) {
    return `The chat model's server knows no model "${settings.model}". Check CHAT_MODEL and OPENAI_BASE_URL.`;
  }
  if (status === 429) return explainLimit(error);
  if (isAboutLength(error)) return TOO_LONG;
  if (status >= 500) return `The chat model's server has failed (status ${status}). Ask again in a moment.`;
  return `The chat model's server refused the request (status ${status}). Check that CHAT_MODEL names a chat model.`;
}

function explainLimit(error: APIError): string {
  if (error.code === "insufficient_quota") {
    return "The chat model's account has no quota left. Check the account that OPENAI_API_KEY belongs to.";
  }
  return `The chat model gets too many requests. Ask again ${whenToRetry(error.headers)}.`;
}

function explainConnection(error: APIConnectionError, settings: ChatModelSettings): string {
  const { host } = new URL(settings.baseUrl ?? OPENAI_ADDRESS);
  const trouble = connectionTrouble(error);
  if (trouble === "nothing-listens")
    return `Nothing listens at ${host}. Start the chat model's server, or check OPENAI_BASE_URL.`;
  if (trouble === "unknown-host")
    return `No host is known as ${host}. Check OPENAI_BASE_URL and the network.`;
  return `The connection to the chat model at ${host} failed. Check OPENAI_BASE_URL, or ask again.`;
}
