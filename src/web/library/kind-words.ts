const KINDS: Readonly<Record<string, string>> = { "daily-papers-page": "a saved page of daily papers" };

/** What a source is, in words; a kind that is not known here reads as its name does. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind.replace(/[-_]+/g, " ");
}
