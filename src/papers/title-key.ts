/** What two titles of one paper share: the title in NFC, without case, with single spaces. */
export function titleKey(title: string): string {
  const folded = title.normalize("NFC").toUpperCase().toLowerCase();
  return folded.normalize("NFC").replace(/\s+/g, " ").trim();
}
