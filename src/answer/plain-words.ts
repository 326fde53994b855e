import { fold } from "../text/terms.ts";

/** The words of a text in small letters, a space between them: without accents, punctuation and markup. */
export function plainWords(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
