import { ContextOverflowError } from "@langchain/core/errors";
import { APIConnectionError, APIError } from "openai";
import type { ChatModelSettings } from "../config.ts";
import { ModelError } from "../domain/errors.ts";
import { SilenceError } from "./next-in-time.ts";
import { OPENAI_ADDRESS } from "./openai-address.ts";

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

/** A moment's trouble of the endpoint may pass; a refusal and a wrong address stay what they are. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof APIConnectionError) return !ADDRESS_CODES.includes(systemCode(error));
  return error instanceof APIError && error.status !== undefined && error.status >= 500;
}

function explain(error: unknown, { settings, hasBegun }: FailedRequest): string {
  if (error instanceof SilenceError) {
    const silence = `chat model sent no word for ${settings.timeoutMs / 1000} s`;
    return `${hasBegun ? "The answer broke off: the" : "The"} ${silence}. Ask again, or raise CHAT_TIMEOUT_SECONDS.`;
  }
  if (hasBegun) return "The answer broke off: the connection to the chat model was lost. Ask again.";
  if (ContextOverflowError.isInstance(error)) return TOO_LONG;
  if (error instanceof APIConnectionError) return explainConnection(systemCode(error), settings);
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
  if (status === 413 || (status === 400 && isAboutLength(error))) return TOO_LONG;
  if (status >= 500) return `The chat model's server has failed (status ${status}). Ask again in a moment.`;
  return `The chat model's server refused the request (status ${status}). Check that CHAT_MODEL names a chat model.`;
}

function explainLimit(error: APIError): string {
  if (error.code === "insufficient_quota") {
    return "The chat model's account has no quota left. Check the account that OPENAI_API_KEY belongs to.";
  }
  const seconds = retryAfterSeconds(error.headers);
  return `The chat model gets too many requests. Ask again ${seconds === undefined ? "in a moment" : `in ${seconds} s`}.`;
}

/** The header is a number of seconds or a date. */
function retryAfterSeconds(headers: Headers | undefined): number | undefined {
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

/** Servers other than OpenAI's say it in words of their own (llama.cpp: "exceeds the available context size"). */
function isAboutLength(error: APIError): boolean {
  return /context|too (?:long|large)|max\w* (?:input )?tokens/i.test(error.message);
}

/** The address is wrong or nothing listens there. */
const ADDRESS_CODES: readonly (string | undefined)[] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

function explainConnection(code: string | undefined, settings: ChatModelSettings): string {
  const { host } = new URL(settings.baseUrl ?? OPENAI_ADDRESS);
  if (code === "ECONNREFUSED") {
    return `Nothing listens at ${host}. Start the chat model's server, or check OPENAI_BASE_URL.`;
  }
  if (ADDRESS_CODES.includes(code))
    return `No host is known as ${host}. Check OPENAI_BASE_URL and the network.`;
  return `The connection to the chat model at ${host} failed. Check OPENAI_BASE_URL, or ask again.`;
}

/** The system's code of a failed connection stands at the end of the chain of causes. */
function systemCode(error: Error): string | undefined {
  let cause: unknown = error;
  while (cause instanceof Error) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
    cause = cause.cause;
  }
  return undefined;
}
