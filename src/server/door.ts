import type { Hono } from "hono";
import type { Footnote } from "../domain/footnote.ts";
import type { ErrorShape } from "./http-errors.ts";

/** What every door of the server is given. */
export interface DoorParts {
  readonly footnote: Footnote;
  /** Where readers find this server, without a slash at the end; the request's own host where it is undefined. */
  readonly publicUrl: string | undefined;
  /** Silence on a stream after which a ping is sent. */
  readonly heartbeatMs: number;
  /** Hears of every error that no one foresaw. */
  readonly onUnexpectedError: (error: unknown) => void;
}

/**
 * Addresses that speak one dialect, each a thin mapping of `Footnote`. They lie behind the server's guards: a request
 * that reaches a door came from an allowed host and origin, and its answer carries the security headers.
 */
export interface Door {
  register(app: Hono, parts: DoorParts): void;
  /** How errors at the door's addresses are written, where its dialect has a way of its own. */
  readonly errorShape?: ErrorShape;
}
