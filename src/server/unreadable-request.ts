import { Hono } from "hono";
import { errorResponse, type HttpError } from "./http-errors.ts";
import { foreignHost } from "./request-guard.ts";
import { securityHeaders } from "./security-headers.ts";

/**
 * The answer to a request that makes no address, so that no route can be asked: 403 where its Host is to blame, which no
 * server of ours has, else 400.
 */
export async function refuseUnreadable(host: string | undefined): Promise<Response> {
  const error = isHost(host) ? UNREADABLE : foreignHost(host ?? "");
  const app = new Hono();
  app.use(securityHeaders);
  app.notFound((context) => errorResponse(context, error));
  return await app.request("/");
}

const UNREADABLE: HttpError = {
  status: 400,
  code: "invalid",
  message: "The request's address can't be read. It must be a path that starts with a slash.",
};

/** Whether this is a host as an address has it, with nothing that its reader would take for something else. */
function isHost(host: string | undefined): boolean {
  const address = host === undefined ? null : URL.parse(`http://${host}/`);
  return address !== null && address.hostname === host?.toLowerCase().replace(/:\d+$/, "");
}
