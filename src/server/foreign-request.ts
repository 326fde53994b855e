/**
 * DNS rebinding: a page at evil.example can point its own name at 127.0.0.1 once it is open in a browser, and from then
 * on reads this server as if it were its own, because to the browser the origin has not changed. What gives it away is
 * the `Host` header, which still carries the name that was typed. So a request counts only where its Host is a name that
 * this server answers to, and where its Origin, when the browser sends one, is that same host or was allowed by hand.
 */
import { isIPv4 } from "node:net";

/** A host name or bracketed IPv6 address with an optional port, and nothing else: no user name, no path. */
const HOST = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?<port>\d{1,5}))?$/;

/**
 * Whether a request with this Host header is for this server: loopback on any port, the host of `publicUrl`, or an entry
 * of `allowedHosts`, which binds the port too where it names one. A missing Host is foreign.
 */
export function isOwnHost(
  host: string | undefined,
  own: { readonly publicUrl?: string | undefined; readonly allowedHosts: readonly string[] },
): boolean {
  const asked = parseHost(host);
  if (!asked) return false;
  if (isLoopback(asked.name)) return true;
  const allowed = own.allowedHosts.map(parseHost);
  if (own.publicUrl) allowed.push({ name: new URL(own.publicUrl).hostname, port: undefined });
  return allowed.some(
    (entry) => entry?.name === asked.name && (entry.port === undefined || entry.port === asked.port),
  );
}

/**
 * Whether a request with this Origin header may be answered: none was sent, it is the host the request was sent to (port
 * included), or it is one of `corsOrigins`. The origin `null` is foreign.
 */
export function isOwnOrigin(
  origin: string | undefined,
  { host, corsOrigins }: { readonly host: string; readonly corsOrigins: readonly string[] },
): boolean {
  return origin === undefined || isAllowedOrigin(origin, corsOrigins) || isSameHost(origin, host);
}

/** Whether this origin is one of those that may use the server from their own pages. */
export function isAllowedOrigin(origin: string | undefined, corsOrigins: readonly string[]): boolean {
  return origin !== undefined && corsOrigins.some((allowed) => URL.parse(allowed)?.origin === origin);
}

function parseHost(host: string | undefined): { name: string; port: string | undefined } | undefined {
  const { name, port } = host?.toLowerCase().match(HOST)?.groups ?? {};
  return name === undefined ? undefined : { name, port };
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "[::1]" || (isIPv4(name) && name.startsWith("127."));
}

/** The origin's scheme settles what an unnamed port means: behind a proxy the server can't tell http from https. */
function isSameHost(origin: string, host: string): boolean {
  const page = URL.parse(origin);
  if (page?.protocol !== "http:" && page?.protocol !== "https:") return false;
  return URL.parse(`${page.protocol}//${host}`)?.host === page.host;
}
