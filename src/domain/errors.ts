/**
 * Errors that a person reads: the message says what failed, on what, and what to do about it, and never repeats what an
 * upstream said. Told apart by what the reader can do. Refusing to answer is an outcome, and a cancelled request is
 * whatever its `AbortSignal` gives as the reason; neither belongs here.
 */
export abstract class FootnoteError extends Error {
  abstract readonly code: string;
}

/** The environment is set wrongly: mend the variables that the message names, then start again. */
export class ConfigError extends FootnoteError {
  override readonly name = "ConfigError";
  readonly code = "config";
}

/** The request can't be understood: mend the request. */
export class BadRequestError extends FootnoteError {
  override readonly name = "BadRequestError";
  readonly code = "invalid";
}

/** The thing asked for is not here. */
export class NotFoundError extends FootnoteError {
  override readonly name = "NotFoundError";
  readonly code = "not-found";
}

/** Pages, data folder or index can't be read or written: mend the files that the message names. */
export class StorageError extends FootnoteError {
  override readonly name = "StorageError";
  readonly code = "storage";
}

/** Not ready yet, or no longer: try again later. */
export class UnavailableError extends FootnoteError {
  override readonly name = "UnavailableError";
  readonly code = "unavailable";
}

/** A chat or embedding model can't be had or failed: check its settings, or try again. */
export class ModelError extends FootnoteError {
  override readonly name = "ModelError";
  readonly code = "model";
}
