/** A link's beginning up to its address, inline or on a line of its own. */
const LINK_START = /((?<!\\)\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)(?=\/(?!\/))/gm;

/** Markdown whose links to the page's own paths lead there from anywhere; `origin` is the page's, without a slash at its end. */
export function withAbsoluteLinks(markdown: string, origin: string): string {
  return markdown.replace(LINK_START, (start) => `${start}${origin}`);
}

/** An address that leads to the same place from anywhere; one that names its host already stays as it is. */
export function absoluteAddress(address: string, origin: string): string {
  return /^\/(?!\/)/.test(address) ? `${origin}${address}` : address;
}
