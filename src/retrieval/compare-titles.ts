const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Puts titles and names in the order in which a person would look for them: `Beta 2` before `beta 10`. */
export function compareTitles(a: string, b: string): number {
  return collator.compare(a, b);
}
