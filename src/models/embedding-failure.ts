import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { ModelError } from "../domain/errors.ts";
import { SilenceError } from "./next-in-time.ts";
import { connectionTrouble, isAboutLength, whenToRetry } from "./upstream-errors.ts";

export interface AskedServer {
  readonly model: string;
  readonly baseUrl: string;
  /** Absent where none is sent. */
  readonly apiKey?: string;
}

/**
 * Why a request for embeddings failed, in words for a person and naming the variable to check. What the server said is
 * kept as the cause and never repeated.
 */
export function embeddingFailure(error: unknown, server: AskedServer): ModelError {
  return error instanceof ModelError ? error : new ModelError(explain(error, server), { cause: error });
}

function explain(error: unknown, server: AskedServer): string {
  const { host } = new URL(server.baseUrl);
  if (error instanceof SilenceError || error instanceof APIConnectionTimeoutError)
    return `The embeddings server at ${host} sent no vectors in time. Try again in a moment, or check EMBEDDING_MODEL.`;
  if (error instanceof APIConnectionError) return explainConnection(error, host);
  if (error instanceof APIError && error.status !== undefined)
    return explainStatus(error, error.status, { ...server, host });
  return `The embeddings server at ${host} sent nothing that could be read. Check that EMBEDDING_MODEL names an OpenAI-compatible server.`;
}

function explainConnection(error: APIConnectionError, host: string): string {
  const trouble = connectionTrouble(error);
  if (trouble === "nothing-listens")
    return `Nothing listens at ${host}. Start the embeddings server, or check EMBEDDING_MODEL.`;
  if (trouble === "unknown-host")
    return `No host is known as ${host}. Check EMBEDDING_MODEL and the network.`;
  return `The connection to the embeddings server at ${host} failed. Check EMBEDDING_MODEL, or try again.`;
}

function explainStatus(
  error: APIError,
  status: number,
  { model, host, apiKey }: AskedServer & { readonly host: string },
): string {
  if (status === 401 || status === 403) {
    return apiKey
      ? `The embeddings server at ${host} refused the key. Check OPENAI_API_KEY.`
      : `The embeddings server at ${host} asks for a key. Set OPENAI_API_KEY; it is sent to OpenAI and to the host of OPENAI_BASE_URL only.`;
  }
  if (status === 404)
    return `The embeddings server at ${host} knows no model "${model}". Check EMBEDDING_MODEL, written as model@address.`;
  if (status === 429) return explainLimit(error, host);
  if (isAboutLength(error))
    return `A text is longer than the embedding model "${model}" can read. Set EMBEDDING_MODEL to one that reads more.`;
  if (status >= 500)
    return `The embeddings server at ${host} has failed (status ${status}). Try again in a moment.`;
  return `The embeddings server at ${host} refused the request (status ${status}). Check that EMBEDDING_MODEL names an embedding model.`;
}

function explainLimit(error: APIError, host: string): string {
  return error.code === "insufficient_quota"
    ? `The account at ${host} has no quota left. Check the account that OPENAI_API_KEY belongs to.`
    : `The embeddings server at ${host} gets too many requests. Try again ${whenToRetry(error.headers)}.`;
}
