import { fold } from "../text/terms.ts";
import { declinesThroughout } from "./declines-throughout.ts";

/** What a model writes where the evidence doesn't answer; the prompt asks for it, and the outcome is read from it. */
export const REFUSAL_SENTENCE = "The papers I found don't answer this question.";

/**
 * Whether an answer is, or opens with, the refusal sentence (markers, emphasis and punctuation don't count), or says the
 * same in other words and cites nothing.
 */
export function isRefusal(text: string): boolean {
  return plainWords(text).startsWith(plainWords(REFUSAL_SENTENCE)) || declinesThroughout(text);
}

function plainWords(text: string): string {
  const words = fold(text.replace(/\[\d{1,3}\]/g, "").replace(/['’]/g, "")).match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join(" ")} `;
}
