import type { Conversation } from "../domain/question.ts";

/** How many tokens a question and its answer took. */
export interface TokenCounts {
  readonly prompt: number;
  readonly completion: number;
}

/** OpenAI's rule of thumb for English; in UTF-8, where other scripts take more bytes as they take more tokens. */
const BYTES_A_TOKEN = 4;

/**
 * About how many tokens were read and written. It is an estimate: a quarter of the bytes of the conversation and of the
 * answer's text, whether or not a model has seen them. What Footnote itself puts before a model is not counted.
 */
export function estimateUsage({ history, question }: Conversation, answer: string): TokenCounts {
  const prompt = [...history.map(({ text }) => text), question].map(tokensOf);
  return { prompt: prompt.reduce((sum, tokens) => sum + tokens, 0), completion: tokensOf(answer) };
}

function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}
