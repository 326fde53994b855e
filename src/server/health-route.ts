import type { Context, Handler } from "hono";
import { UnavailableError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import { toHttpError } from "./http-errors.ts";

/** `GET /health`: the process is up, whatever else is missing. */
export const healthRoute: Handler = (context) => context.json({ status: "ok" });

/** `GET /ready`: 200 where questions are answered at once, else 503 with what is missing and how far the index is. */
export function readyRoute(footnote: Footnote): Handler {
  return (context: Context) => {
    const { isReady, missing, progress, paperCount, model } = footnote.readiness();
    const state = { ready: isReady, missing, progress, papers: paperCount, model };
    if (isReady) return context.json(state);
    const reason = missing.join(" ") || "The index is not open yet.";
    const { status, code, message, headers } = toHttpError(new UnavailableError(reason));
    return context.json({ ...state, error: { code, message } }, status, headers);
  };
}
