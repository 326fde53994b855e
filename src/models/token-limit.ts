import type { PreTrainedTokenizer } from "@huggingface/transformers";

/** Models of RoBERTa's kind count their positions from two, so that the last two can't be read. */
const COUNTS_FROM_TWO = /roberta|mpnet|camembert/;

/**
 * Lets a tokenizer cut texts where its model ends: what the tokenizer itself says is often left out, or larger than what
 * the model reads.
 */
export function limitTokens(tokenizer: PreTrainedTokenizer, config: unknown): void {
  const { max_position_embeddings: positions, model_type: type } = Object(config);
  if (typeof positions !== "number") return;
  const readable = COUNTS_FROM_TWO.test(String(type)) ? positions - 2 : positions;
  tokenizer.model_max_length = Math.min(tokenizer.model_max_length ?? readable, readable);
}
