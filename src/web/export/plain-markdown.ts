/** An address in running text, without the punctuation that ends its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"“”\\]*[^\s<>"“”\\.,;:!?()[\]{}'])/iu;

/**
 * Makes text mean itself on one line of Markdown, pandoc's included: nothing in it is markup, a citation or a formula.
 * An address is a link to itself, as it would be anyway.
 */
export function plainMarkdown(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  // Splitting by a group leaves the addresses at the odd places.
  return line
    .split(ADDRESS)
    .map((part, position) => (position % 2 === 1 ? linkMarkdown(part) : escaped(part)))
    .join("")
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$^@]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&");
}

/** An address as a link that can't break out of its brackets; as plain text where it leads nowhere safe. */
export function linkMarkdown(address: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(address) ? `<${address}>` : escaped(address.replace(/\s+/g, " "));
}
