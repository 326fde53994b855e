import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import {
  BadRequestError,
  FootnoteError,
  ModelError,
  NotFoundError,
  StorageError,
  UnavailableError,
} from "../domain/errors.ts";
import { NotJsonError, TooLargeError } from "./refused-body.ts";

/** An error as the contract sends it before the first byte of an answer. */
export interface HttpError {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the errors under one prefix of addresses, such as `/v1`, are written. */
export interface ErrorShape {
  /** Without a slash at the end. */
  readonly prefix: string;
  /** The JSON body that tells the error. */
  body(error: Pick<HttpError, "status" | "code" | "message">): Record<string, unknown>;
}

/** Long enough for an index to get further, short enough that someone waits for it. */
const RETRY_AFTER = { "retry-after": "5" };

const UNEXPECTED = "Something went wrong here. Try again; what happened stands in the server's terminal.";

/** What a person may be told about an error: a `FootnoteError` speaks for itself, of any other nothing is shown. */
export function safeMessage(error: unknown): string {
  return error instanceof FootnoteError ? error.message : UNEXPECTED;
}

/** The status, code and safe message for an error; anything unknown is 500. */
export function toHttpError(error: unknown): HttpError {
  const message = safeMessage(error);
  if (!(error instanceof FootnoteError)) return { status: 500, code: "internal", message };
  const { code } = error;
  if (error instanceof BadRequestError) return { status: 400, code, message };
  if (error instanceof NotFoundError) return { status: 404, code, message };
  if (error instanceof TooLargeError) return { status: 413, code, message };
  if (error instanceof NotJsonError) return { status: 415, code, message };
  if (error instanceof UnavailableError || error instanceof ModelError) {
    return { status: 503, code, message, headers: RETRY_AFTER };
  }
  if (error instanceof StorageError) return { status: 503, code, message };
  return { status: 500, code, message };
}

const SHAPE = "errorShape";

/** Has errors at the addresses of a shape written in that shape, those of the guards behind it too. */
export function shapeErrors(shapes: readonly ErrorShape[]): MiddlewareHandler {
  return (context, next) => {
    const { path } = context.req;
    const shape = shapes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    if (shape) context.set(SHAPE, shape);
    return next();
  };
}

/** Whether the address belongs to a dialect that writes errors in a way of its own. */
export function hasErrorShape(context: Context): boolean {
  return shapeOf(context) !== undefined;
}

/** Answers with `{ error: { code, message } }`, or as the address's dialect writes errors. */
export function errorResponse(context: Context, error: HttpError): Response {
  const { status, code, message, headers } = error;
  return context.json(shapeOf(context)?.body(error) ?? { error: { code, message } }, status, headers);
}

function shapeOf(context: Context): ErrorShape | undefined {
  return context.get(SHAPE);
}

/** A piece of the request, short enough to repeat in a message: at most 100 characters, as a quoted string. */
export function quoted(text: string): string {
  const limit = 100;
  return JSON.stringify(text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
}
