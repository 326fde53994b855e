import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../fixtures/collection.ts";
import { BOOL, FLOAT, type OnnxNode, onnxBytes } from "./onnx-bytes.ts";

const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
const WORDS = "a cat dog fish bird sleeps eats sings swims loudly".split(" ");

export interface TinyOptions {
  /** Numbers for each pair: 1 (the score), 2 (its opposite and it), or more, as no cross-encoder gives. */
  readonly labels?: number;
  /** Tokens that it reads of a question and a text together, the three signs around them among these. */
  readonly positions?: number;
}

/**
 * A folder with a real model of sequence classification, a few kilobytes large, whose score for a question and a text is
 * the number of tokens of the one that equal one of the other, plus one for the sign behind each. It knows ten words.
 */
export async function tinyCrossEncoder({ labels = 1, positions = 64 }: TinyOptions = {}): Promise<string> {
  const config = { architectures: ["BertForSequenceClassification"], max_position_embeddings: positions };
  return await writeModel(join(await temporaryFolder(), "tiny-cross-encoder"), config, sharedTokens(labels));
}

/**
 * A folder of that name with a real model of feature extraction: the vector of a token is its id and seven times 1, so
 * that a text's mean tells its tokens and its first vector only that of `[CLS]`, whose id is 2.
 */
export async function tinyEmbedder(
  name = "tiny-embedder",
  config: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const folder = join(await temporaryFolder(), name);
  const wholeConfig = {
    architectures: ["BertModel"],
    hidden_size: 8,
    max_position_embeddings: 64,
    ...config,
  };
  return await writeModel(folder, wholeConfig, idsAsVectors());
}

/** The id of a word that the tiny models know. */
export function idOf(word: string): number {
  return [...SPECIAL, ...WORDS].indexOf(word);
}

async function writeModel(
  folder: string,
  config: Readonly<Record<string, unknown>>,
  onnx: Uint8Array,
): Promise<string> {
  await mkdir(join(folder, "onnx"), { recursive: true });
  const wholeConfig = { model_type: "bert", vocab_size: SPECIAL.length + WORDS.length, ...config };
  await writeFile(join(folder, "config.json"), JSON.stringify(wholeConfig));
  await writeFile(join(folder, "tokenizer.json"), JSON.stringify(tokenizer()));
  const tokenizerConfig = { tokenizer_class: "BertTokenizer", pad_token: "[PAD]", unk_token: "[UNK]" };
  await writeFile(join(folder, "tokenizer_config.json"), JSON.stringify(tokenizerConfig));
  await writeFile(join(folder, "onnx", "model.onnx"), onnx);
  return folder;
}

function tokenizer() {
  const vocabulary = [...SPECIAL, ...WORDS].map((piece, id) => [piece, id] as const);
  const sign = (content: string, type: number) => ({ SpecialToken: { id: content, type_id: type } });
  const sequence = (id: string, type: number) => ({ Sequence: { id, type_id: type } });
  const single = [sign("[CLS]", 0), sequence("A", 0), sign("[SEP]", 0)];
  return {
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single,
      pair: [...single, sequence("B", 1), sign("[SEP]", 1)],
      special_tokens: {},
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary),
    },
  };
}

function step(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: OnnxNode["attributes"] = {},
): OnnxNode {
  return { operator, inputs, output, attributes };
}

function idsAsVectors(): Uint8Array {
  return onnxBytes({
    inputs: ["input_ids", "attention_mask"],
    output: "last_hidden_state",
    nodes: [
      step("Cast", ["input_ids"], "ids", { to: FLOAT }),
      step("Cast", ["attention_mask"], "ones", { to: FLOAT }),
      step("Unsqueeze", ["ids"], "first", { axes: [2] }),
      step("Unsqueeze", ["ones"], "second", { axes: [2] }),
      step("Concat", ["first", ...new Array(7).fill("second")], "last_hidden_state", { axis: 2 }),
    ],
  });
}

/** Every token of the question is compared with every token of the text; what is equal counts one. */
function sharedTokens(labels: number): Uint8Array {
  const outputs = Array.from({ length: labels }, (_, label) => (label === labels - 1 ? "score" : "opposite"));
  return onnxBytes({
    inputs: ["input_ids", "attention_mask", "token_type_ids"],
    output: "logits",
    nodes: [
      step("Cast", ["token_type_ids"], "isText", { to: BOOL }),
      step("Cast", ["attention_mask"], "isRead", { to: BOOL }),
      step("Not", ["isText"], "isOther"),
      step("And", ["isOther", "isRead"], "isQuestion"),
      step("Unsqueeze", ["input_ids"], "rows", { axes: [2] }),
      step("Unsqueeze", ["input_ids"], "columns", { axes: [1] }),
      step("Equal", ["rows", "columns"], "areEqual"),
      step("Unsqueeze", ["isQuestion"], "questionRows", { axes: [2] }),
      step("Unsqueeze", ["isText"], "textColumns", { axes: [1] }),
      step("And", ["areEqual", "questionRows"], "ofQuestion"),
      step("And", ["ofQuestion", "textColumns"], "ofBoth"),
      step("Cast", ["ofBoth"], "ones", { to: FLOAT }),
      step("ReduceSum", ["ones"], "ofEachToken", { axes: [2], keepdims: 0 }),
      step("ReduceSum", ["ofEachToken"], "score", { axes: [1], keepdims: 1 }),
      step("Neg", ["score"], "opposite"),
      step("Concat", outputs, "logits", { axis: 1 }),
    ],
  });
}

/** What a test expects as the unit vector that the tiny embedder gives a text whose tokens have these ids. */
export function meanOf(ids: readonly number[]): readonly unknown[] {
  const mean = ids.reduce((sum, id) => sum + id, 0) / ids.length;
  const vector = [mean, 1, 1, 1, 1, 1, 1, 1];
  const length = Math.hypot(...vector);
  return vector.map((value) => expect.closeTo(value / length, 5));
}
