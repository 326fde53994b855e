import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isAllowedOrigin, isOwnHost, isOwnOrigin } from "./foreign-request.ts";
import { errorResponse, type HttpError, quoted } from "./http-errors.ts";

/** Answers 403 to requests whose Host or Origin is foreign, naming the setting that would let them in. */
export function refuseForeign(settings: {
  readonly publicUrl: string | undefined;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
}): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    const origin = context.req.header("origin");
    const isHostOwn = isOwnHost(host, settings);
    if (isHostOwn && isOwnOrigin(origin, { host, corsOrigins: settings.corsOrigins })) return next();
    if (!isHostOwn) return errorResponse(context, foreignHost(host));
    const message = `Pages from ${quoted(origin ?? "")} may not use this server. CORS_ORIGINS lets them in.`;
    return errorResponse(context, { status: 403, code: "forbidden", message });
  };
}

/** The refusal of a request that was sent to another host. */
export function foreignHost(host: string): HttpError {
  const message = `This server doesn't answer to the host ${quoted(host)}. ALLOWED_HOSTS or PUBLIC_URL lets it in.`;
  return { status: 403, code: "forbidden", message };
}

/** CORS headers and preflight answers for the origins of `corsOrigins`, and for no other. */
export function crossOrigin(corsOrigins: readonly string[]): MiddlewareHandler {
  const allow = cors({
    origin: (origin) => origin,
    allowMethods: ["GET", "POST"],
    allowHeaders: ["content-type", "authorization"],
    exposeHeaders: ["retry-after", "x-vercel-ai-ui-message-stream"],
    maxAge: 600,
  });
  return (context, next) =>
    isAllowedOrigin(context.req.header("origin"), corsOrigins) ? allow(context, next) : next();
}
