import { inspect } from "node:util";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Footnote } from "../domain/footnote.ts";
import { chatRoute, resumeRoute } from "./chat-route.ts";
import { checkRoute } from "./check-route.ts";
import type { Door, DoorParts } from "./door.ts";
import { healthRoute, readyRoute } from "./health-route.ts";
import { errorResponse, hasErrorShape, shapeErrors, toHttpError } from "./http-errors.ts";
import { assetRoute, iconRoute, pageRoute, paperPageRoute, revalidated } from "./page-routes.ts";
import { paperListRoute, paperRoute } from "./papers-route.ts";
import { crossOrigin, refuseForeign } from "./request-guard.ts";
import { searchRoute } from "./search-route.ts";
import { securityHeaders } from "./security-headers.ts";
import { sourcesRoute } from "./sources-route.ts";
import type { WebAssets } from "./web-assets.ts";

export interface ServerSettings {
  /** Where readers find this server, without a slash at the end; the request's own host where it is left out. */
  readonly publicUrl?: string;
  /** Host names to answer to beside loopback and `publicUrl`'s, each with or without a port. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may use the API. */
  readonly corsOrigins: readonly string[];
  /** Silence on a stream after which a ping is sent; 15 s where it is left out. */
  readonly heartbeatMs?: number;
  /** Hears of every error that no one foresaw; standard error where it is left out. */
  readonly onUnexpectedError?: (error: unknown) => void;
}

/** The contract's interval, well under the minute after which common proxies close a silent connection. */
const DEFAULT_HEARTBEAT_MS = 15_000;

/** Everything that answers over HTTP, in front of any implementation of `Footnote`: its own API, the pages, and `doors`. */
export function createApp(parts: {
  readonly footnote: Footnote;
  readonly settings: ServerSettings;
  readonly web: WebAssets;
  /** Dialects beside Footnote's own; none where it is left out. */
  readonly doors?: readonly Door[];
}): Hono {
  const { footnote, settings, web, doors = [] } = parts;
  const { publicUrl, allowedHosts, corsOrigins, heartbeatMs = DEFAULT_HEARTBEAT_MS } = settings;
  const { onUnexpectedError = printError } = settings;
  const app = new Hono();

  app.use(securityHeaders, shapeErrors(doors.flatMap(({ errorShape }) => errorShape ?? [])));
  app.use(refuseForeign({ publicUrl, allowedHosts, corsOrigins }), crossOrigin(corsOrigins));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));

  const doorParts: DoorParts = { footnote, publicUrl, heartbeatMs, onUnexpectedError };
  app.post("/api/chat", chatRoute(doorParts));
  app.get("/api/chat/:id/stream", resumeRoute);
  app.post("/api/search", searchRoute({ footnote, publicUrl }));
  app.post("/api/check", checkRoute({ footnote, publicUrl }));
  app.get("/api/papers", paperListRoute({ footnote, publicUrl }));
  app.get("/api/papers/:paperId", paperRoute({ footnote, publicUrl }));
  app.get("/api/sources", sourcesRoute(footnote));
  app.get("/health", healthRoute(footnote));
  app.get("/ready", readyRoute(footnote));
  for (const door of doors) door.register(app, doorParts);

  app.get("/", revalidated, pageRoute(web, "chat"));
  app.get("/papers", revalidated, pageRoute(web, "papers"));
  app.get("/papers/:paperId", revalidated, paperPageRoute(web, footnote));
  app.get("/assets/*", compress(), revalidated, assetRoute(web));
  app.on("GET", ["/favicon.svg", "/favicon.ico"], revalidated, iconRoute(web));

  app.notFound(refusePath);
  app.onError((error, context) => refuseError(error, context, onUnexpectedError));
  return app;
}

function refusePath(context: Context): Response {
  const message = "There is nothing at this address.";
  const isApi = context.req.path.startsWith("/api/") || hasErrorShape(context);
  return isApi
    ? errorResponse(context, { status: 404, code: "not-found", message })
    : context.text(message, 404);
}

function refuseMethod(context: Context, methods: readonly string[]): Response {
  const allow = methods.join(", ");
  const message = `This address answers to ${allow} only.`;
  return errorResponse(context, { status: 405, code: "method-not-allowed", message, headers: { allow } });
}

/** A client that has left reads no answer, and what broke because it left is nobody's error. */
function refuseError(
  error: unknown,
  context: Context,
  onUnexpectedError: (error: unknown) => void,
): Response {
  const httpError = toHttpError(error);
  if (httpError.status === 500 && !context.req.raw.signal.aborted) onUnexpectedError(error);
  return errorResponse(context, httpError);
}

function printError(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
}
