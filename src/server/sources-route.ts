import type { Context, Handler } from "hono";
import type { Footnote } from "../domain/footnote.ts";

/** `GET /api/sources`: the pages, feeds and files that papers came from, by name, each with its number of papers. */
export function sourcesRoute(footnote: Footnote): Handler {
  return async (context: Context) => context.json({ sources: await footnote.listSources() });
}
