/** A cross-encoder: reads a question and a text together, and says how well they fit. */
export interface Reranker {
  readonly name: string;
  /** A score for each text, greater for a better fit; undefined while it is still loading, or where it can't be had. */
  score(
    question: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly number[] | undefined>;
}
