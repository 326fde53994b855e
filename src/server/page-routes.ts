import type { Context, Handler } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import type { Footnote } from "../domain/footnote.ts";
import type { PageName, WebAssets } from "./web-assets.ts";

/**
 * Answers 304 where the client has the same version. The policy is kept on it: a browser gives a stored page the headers
 * of the answer that confirmed it.
 */
export const revalidated = etag({ retainedHeaders: [...RETAINED_304_HEADERS, "content-security-policy"] });

/** A page's shell. */
export function pageRoute(web: WebAssets, name: PageName): Handler {
  return (context: Context) => shell(context, web, name, 200);
}

/** The shell of a paper's page; 404 with the same shell for an unknown paper, as soon as the index can tell. */
export function paperPageRoute(web: WebAssets, footnote: Footnote): Handler {
  return async (context: Context) => {
    const paperId = context.req.param("paperId") ?? "";
    const isUnknown = footnote.readiness().isReady && (await footnote.findPaper(paperId)) === undefined;
    return shell(context, web, "paper", isUnknown ? 404 : 200);
  };
}

/** The script, style sheet or picture that the address names under `/assets/`. */
export function assetRoute(web: WebAssets): Handler {
  return (context: Context) => asset(context, web, context.req.path.slice("/assets/".length));
}

/** The icon, under whichever name browsers ask for it. */
export function iconRoute(web: WebAssets): Handler {
  return (context: Context) => asset(context, web, "favicon.svg");
}

function shell(context: Context, web: WebAssets, name: PageName, status: 200 | 404) {
  const { body, etag } = web.page(name);
  return context.html(body, status, {
    etag,
    "cache-control": "no-cache",
    "content-security-policy": web.contentSecurityPolicy,
  });
}

function asset(context: Context, web: WebAssets, path: string) {
  const found = web.asset(path);
  if (!found) return context.notFound();
  return context.body(found.body, 200, {
    "content-type": found.contentType,
    etag: found.etag,
    "cache-control": "no-cache",
  });
}
