import { createHash } from "node:crypto";

/**
 * The policy of every page: scripts, styles and fonts from this server only, one inline script by the hash of its exact text,
 * nothing from elsewhere, and no HTML made from strings but by the sanitiser.
 */
export function contentSecurityPolicy(inlineScript: string): string {
  const hash = createHash("sha256").update(inlineScript).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types dompurify",
  ].join("; ");
}
