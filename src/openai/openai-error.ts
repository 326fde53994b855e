import type { HttpError } from "../server/http-errors.ts";

/** An error as OpenAI's clients read it, before an answer and within one. */
export interface OpenAIError {
  readonly message: string;
  /** OpenAI's coarse kind, from the status: clients choose by it whether to try again. */
  readonly type: string;
  /** Always null: the message names the field. */
  readonly param: null;
  /** Footnote's own code, such as `invalid` or `unavailable`. */
  readonly code: string;
}

const TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  403: "permission_error",
  429: "rate_limit_error",
};

/** The JSON body of an error. */
export function openaiError({ status, code, message }: Pick<HttpError, "status" | "code" | "message">): {
  readonly error: OpenAIError;
} {
  const type = TYPES[status] ?? (status >= 500 ? "server_error" : "invalid_request_error");
  return { error: { message, type, param: null, code } };
}
