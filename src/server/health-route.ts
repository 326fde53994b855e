import type { Context, Handler } from "hono";
import { UnavailableError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import { toHttpError } from "./http-errors.ts";

/**
 * `GET /health`: the process is up, whatever else is missing. It tells the same state as `/ready`, always with 200: a page
 * that waits for the index can ask it without an error in the browser's console.
 */
export function healthRoute(footnote: Footnote): Handler {
  return (context: Context) => context.json({ status: "ok", ...stateOf(footnote) });
}

/** `GET /ready`: 200 where questions are answered at once, else 503 with what is missing and how far the index is. */
export function readyRoute(footnote: Footnote): Handler {
  return (context: Context) => {
    const state = stateOf(footnote);
    if (state.ready) return context.json(state);
    const reason = state.missing.join(" ") || "The index is not open yet.";
    const { status, code, message, headers } = toHttpError(new UnavailableError(reason));
    return context.json({ ...state, error: { code, message } }, status, headers);
  };
}

function stateOf(footnote: Footnote) {
  const { isReady, missing, progress, paperCount, model } = footnote.readiness();
  return { ready: isReady, missing, progress, papers: paperCount, model };
}
