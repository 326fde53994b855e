import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";

/** The address is wrong or nothing listens there. */
const ADDRESS_CODES: readonly (string | undefined)[] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/** A moment's trouble of the endpoint may pass; a refusal, a wrong address and a long silence stay what they are. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof APIConnectionTimeoutError) return false;
  if (error instanceof APIConnectionError) return !ADDRESS_CODES.includes(systemCode(error));
  return error instanceof APIError && error.status !== undefined && error.status >= 500;
}

/** Why nobody answered at an address: nothing listens there, the host has no such name, or the connection broke. */
export function connectionTrouble(error: Error): "nothing-listens" | "unknown-host" | "broken" {
  const code = systemCode(error);
  if (code === "ECONNREFUSED") return "nothing-listens";
  return ADDRESS_CODES.includes(code) ? "unknown-host" : "broken";
}

/** When to try again after a refusal for too many requests, in words; the header is a number of seconds or a date. */
export function whenToRetry(headers: Headers | undefined): string {
  const value = headers?.get("retry-after");
  if (!value) return "in a moment";
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? `in ${Math.max(1, Math.ceil(seconds))} s` : "in a moment";
}

/** Whether a refusal is about a text that is too long; servers other than OpenAI's say it in words of their own. */
export function isAboutLength(error: APIError): boolean {
  const { status } = error;
  if (status === 413) return true;
  return status === 400 && /context|too (?:long|large)|max\w* (?:input )?tokens/i.test(error.message);
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
