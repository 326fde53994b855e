import type { PreTrainedModel, PreTrainedTokenizer } from "@huggingface/transformers";
import type { ModelFiles } from "../config/model-source.ts";
import { ModelError } from "../domain/errors.ts";
import { findWeights } from "./model-weights.ts";
import { QUIET_THREADS } from "./quiet-threads.ts";
import type { Reranker } from "./reranker.ts";
import { limitTokens } from "./token-limit.ts";

/** Texts a batch: few enough that a reader who leaves is not read for much longer. */
const BATCH_SIZE = 5;

export interface CrossEncoder extends Reranker {
  /** Loads it, once; settles when it is loaded or can't be had, which is told by a notice, and never rejects. */
  warm(): Promise<void>;
}

export interface CrossEncoderOptions {
  /** Models of the hub are kept under it. */
  readonly cacheDir: string;
  /** Told once, where the model can't be had or fails. */
  readonly onNotice: (notice: string) => void;
}

/**
 * A cross-encoder of the Hugging Face hub or in a folder, in ONNX form. It scores nothing before `warm` has loaded it, nor
 * after it has failed. A question and a text that are together longer than the model reads lose the text's end.
 */
export function createCrossEncoder(
  source: ModelFiles,
  { cacheDir, onNotice }: CrossEncoderOptions,
): CrossEncoder {
  const name = source.kind === "hub" ? source.name : source.folder;
  let loading: Promise<void> | undefined;
  let encoder: LoadedEncoder | undefined;
  const tell = (failure: string) => onNotice(`${failure} Papers are ranked without it.`);
  const load = async () => {
    try {
      encoder = await loadEncoder(source, cacheDir);
    } catch (error) {
      tell(error instanceof ModelError ? error.message : explainLoad(source));
    }
  };
  return {
    name,
    warm: () => {
      loading ??= load();
      return loading;
    },
    async score(question, texts, signal) {
      if (!encoder) return undefined;
      try {
        return await scoreTexts(encoder, question, texts, signal);
      } catch {
        signal.throwIfAborted();
        // Of questions that are asked at the same time, the first one tells.
        if (encoder) tell(`The reranker ${name} failed on a question: check RERANK_MODEL.`);
        encoder = undefined;
        return undefined;
      }
    },
  };
}

interface LoadedEncoder {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}

async function loadEncoder(source: ModelFiles, cacheDir: string): Promise<LoadedEncoder> {
  const { path, options } = describeFiles(source, cacheDir);
  const { AutoModelForSequenceClassification, AutoTokenizer } = await import("@huggingface/transformers");
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(path, options),
    AutoModelForSequenceClassification.from_pretrained(path, { ...options, session_options: QUIET_THREADS }),
  ]);
  limitTokens(tokenizer, model.config);
  const encoder = { tokenizer, model };
  // What is no cross-encoder shows with the first pair.
  await scoreBatch(encoder, "warm", ["warm"]);
  return encoder;
}

function describeFiles(source: ModelFiles, cacheDir: string) {
  if (source.kind === "hub")
    return { path: source.name, options: { cache_dir: cacheDir, dtype: "auto" as const } };
  const { dtype, subfolder } = findWeights(source.folder, "RERANK_MODEL");
  return { path: source.folder, options: { local_files_only: true, dtype, subfolder } };
}

function explainLoad(source: ModelFiles): string {
  return source.kind === "hub"
    ? `The reranker ${source.name} can't be had: check the name in RERANK_MODEL and that this machine reaches the Hugging Face hub.`
    : `The reranker in ${source.folder} can't be loaded: check that its files are whole and that RERANK_MODEL names a cross-encoder in ONNX form.`;
}

/** Texts of like length share a batch, so that little of it is padding; the scores come in the order of the texts. */
async function scoreTexts(
  encoder: LoadedEncoder,
  question: string,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  const shortestFirst = [...texts.entries()].sort(([, a], [, b]) => a.length - b.length);
  const scores = new Array<number>(texts.length).fill(0);
  for (let from = 0; from < shortestFirst.length; from += BATCH_SIZE) {
    signal.throwIfAborted();
    const batch = shortestFirst.slice(from, from + BATCH_SIZE);
    const found = await scoreBatch(
      encoder,
      question,
      batch.map(([, text]) => text),
    );
    for (const [row, [position]] of batch.entries()) scores[position] = found[row] ?? 0;
  }
  return scores;
}

async function scoreBatch(
  { tokenizer, model }: LoadedEncoder,
  question: string,
  texts: string[],
): Promise<readonly number[]> {
  const encoded = tokenizer(
    texts.map(() => question),
    {
      text_pair: texts,
      padding: true,
      truncation: true,
      // Not every tokenizer gives of itself what its model tells question and text apart by.
      return_token_type_ids: model.sessions["model"]?.inputNames.includes("token_type_ids"),
    },
  );
  const { logits } = await model(encoded);
  return readScores(logits?.data, texts.length);
}

/** A cross-encoder gives one number a pair, or two: how little and how well they fit. */
function readScores(logits: unknown, count: number): readonly number[] {
  if (logits instanceof Float32Array && logits.length === count) return [...logits];
  if (logits instanceof Float32Array && logits.length === 2 * count)
    return Array.from({ length: count }, (_, row) => (logits[2 * row + 1] ?? 0) - (logits[2 * row] ?? 0));
  throw new ModelError(
    "The model that RERANK_MODEL names gives neither one number nor two for a pair of texts: it is no cross-encoder.",
  );
}
