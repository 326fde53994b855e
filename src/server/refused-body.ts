import { FootnoteError } from "../domain/errors.ts";

/** The request's body is larger than this server reads: send less. */
export class TooLargeError extends FootnoteError {
  override readonly name = "TooLargeError";
  readonly code = "too-large";
}

/** The request's body is not announced as JSON: say so, and send JSON. */
export class NotJsonError extends FootnoteError {
  override readonly name = "NotJsonError";
  readonly code = "not-json";
}
