import { element } from "./element.ts";

/** The address of a paper's page here; `quote`, where given, is shown marked in its abstract. */
export function paperPage(
  paperId: string,
  quote?: { readonly quoteStart: number; readonly quoteEnd: number },
): string {
  const place = quote ? `#quote=${quote.quoteStart}-${quote.quoteEnd}` : "";
  return `/papers/${encodeURIComponent(paperId)}${place}`;
}

/** A link that opens in a tab of its own, so that a conversation is never left; plain text where it leads nowhere safe. */
export function newTabLink(address: string, text: string, className?: string): Node {
  const isSafe = address.startsWith("/") || /^https?:\/\//i.test(address);
  if (!isSafe) return element("span", { class: className }, text);
  return element(
    "a",
    { href: address, class: className, target: "_blank", rel: "noopener noreferrer" },
    text,
  );
}

/** The host of an address outside this server, for a link's text; undefined for addresses here or unreadable. */
export function outsideHost(address: string, ownHost: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.host === ownHost) return undefined;
  return url.host.replace(/^www\./, "");
}
