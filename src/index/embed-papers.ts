import type { IndexProgress } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Passage, Span } from "../domain/passage.ts";
import type { EmbeddingModel, TokenEmbedder } from "../models/embedding-model.ts";
import { weightedMean } from "../models/token-math.ts";
import { splitPassages } from "../passages/split-passages.ts";
import { type SentenceWindow, splitWindows, titledText } from "../passages/split-windows.ts";
import type { Embedded, EmbeddingCache } from "./embedding-cache.ts";
import { packTokens } from "./paper-tokens.ts";
import { countPieces, type PieceCounts, pieceWeight } from "./piece-weights.ts";

/** Papers embedded at a time: some 40 texts, enough to sort by length, few enough for progress to move smoothly. */
const PAPERS_AT_A_TIME = 4;

export interface EmbedParts {
  readonly model: EmbeddingModel;
  readonly cache: EmbeddingCache;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IndexProgress) => void;
}

/** A paper with its passages, its windows with a vector for each in the same order, and its tokens where the model gives any. */
export interface EmbeddedPaper extends Embedded {
  readonly paper: Paper;
  readonly passages: readonly Passage[];
  readonly windows: readonly SentenceWindow[];
}

export interface EmbeddedPapers {
  readonly papers: readonly EmbeddedPaper[];
  /** Present where the model gives tokens. */
  readonly pieces?: PieceCounts;
}

/** Embeds papers, or finds what was made of them before; what is made is kept at once, so that a stopped run goes on from there. */
export async function embedPapers(papers: readonly Paper[], parts: EmbedParts): Promise<EmbeddedPapers> {
  const report = progressOf(papers.length, parts);
  report(0, 0);
  const { tokens } = parts.model;
  const pieces = tokens && countPieces(await tokens.tokenize(papers.map(wholeText)));
  const embed = tokens && pieces ? await tokenEmbedding(tokens, pieces) : meanEmbedding(parts.model);
  const embedded: EmbeddedPaper[] = [];
  let papersEmbedded = 0;
  for (let from = 0; from < papers.length; from += PAPERS_AT_A_TIME) {
    parts.signal.throwIfAborted();
    const { found, madeCount } = await embedGroup(
      papers.slice(from, from + PAPERS_AT_A_TIME),
      parts.cache,
      embed,
    );
    embedded.push(...found);
    papersEmbedded += madeCount;
    report(embedded.length, papersEmbedded);
  }
  return { papers: embedded, ...(pieces && { pieces }) };
}

/** What is read of a whole paper. */
function wholeText(paper: Paper): string {
  return `${titleSentence(paper)} ${paper.abstract}`;
}

function titleSentence({ title }: Paper): string {
  return `${title}.`;
}

/** What is read of a paper: all of it, and its windows, with the title for their vectors and alone for their tokens. */
interface PaperTexts {
  readonly whole: string;
  readonly titledWindows: readonly string[];
  readonly windows: readonly string[];
  /** The title and then each sentence. */
  readonly sentences: readonly string[];
  /** Which of them each text holds, the whole first, then the windows. */
  readonly held: readonly (readonly number[])[];
}

type EmbedTexts = (papers: readonly PaperTexts[]) => Promise<readonly Embedded[]>;

function textsOf(paper: Paper, passages: readonly Passage[], windows: readonly SentenceWindow[]): PaperTexts {
  const textOf = ({ start, end }: Span) => paper.abstract.slice(start, end);
  const sentences = passages.flatMap((passage) => passage.sentences);
  return {
    whole: wholeText(paper),
    titledWindows: windows.map((window) => titledText(paper, window)),
    windows: windows.map(textOf),
    sentences: [titleSentence(paper), ...sentences.map(textOf)],
    held: [
      [0, ...sentences.map((_, place) => place + 1)],
      ...windows.map(({ start, end }) =>
        sentences.flatMap((sentence, place) =>
          start <= sentence.start && sentence.end <= end ? [place + 1] : [],
        ),
      ),
    ],
  };
}

async function embedGroup(group: readonly Paper[], cache: EmbeddingCache, embed: EmbedTexts) {
  const wanted = await Promise.all(
    group.map(async (paper) => {
      const passages = splitPassages(paper);
      const windows = splitWindows(passages);
      const texts = textsOf(paper, passages, windows);
      return { paper, passages, windows, texts, kept: await cache.find(texts.titledWindows) };
    }),
  );
  const missing = wanted.filter(({ kept }) => kept === undefined);
  const made = new Map<Paper, Embedded>();
  for (const [position, embedded] of (await embed(missing.map(({ texts }) => texts))).entries()) {
    const { paper, texts } = missing[position] ?? {};
    if (!paper || !texts) continue;
    await cache.keep(texts.titledWindows, embedded);
    made.set(paper, embedded);
  }
  const found = wanted.map(({ paper, passages, windows, kept }): EmbeddedPaper => {
    return { paper, passages, windows, ...(kept ?? made.get(paper) ?? { vectors: [] }) };
  });
  return { found, madeCount: missing.length };
}

/** A window's vector is the mean of its tokens, each by its weight; tokens of the whole and of the windows are kept for the late stage. */
async function tokenEmbedding(tokens: TokenEmbedder, pieces: PieceCounts): Promise<EmbedTexts> {
  const weightOf = pieceWeight(pieces, await tokens.vocabulary());
  // Whatever tells something: which pieces are too common changes with the collection, and is decided when it is written.
  const isKept = (tokenId: number) => weightOf(tokenId) > 0;
  return async (papers) => {
    const texts = papers.flatMap(({ whole, titledWindows, windows }) => [
      ...titledWindows,
      whole,
      ...windows,
    ]);
    const unread = [...(await tokens.embedTokens(texts))];
    const tokenized = [...(await tokens.tokenize(papers.flatMap(({ sentences }) => sentences)))];
    return papers.map(({ titledWindows, sentences, held }) => {
      const titled = unread.splice(0, titledWindows.length);
      const counts = tokenized.splice(0, sentences.length).map(({ length }) => length - SIGNS_AROUND);
      const untitled = unread.splice(0, held.length).map((text, place) => ({
        ...text,
        sentences: sentencesOfTokens(held[place] ?? [], counts),
      }));
      return {
        vectors: titled.map((text) => weightedMean(text, text.tokenIds.map(weightOf))),
        tokens: packTokens(untitled, tokens.dimensions, isKept),
      };
    });
  };
}

/** `[CLS]` and `[SEP]`. */
const SIGNS_AROUND = 2;

/** The sentence of each token of a text that holds these sentences; a sentence has as many tokens in it as alone, less the signs. */
function sentencesOfTokens(held: readonly number[], counts: readonly number[]): readonly number[] {
  return [0, ...held.flatMap((sentence) => new Array<number>(counts[sentence] ?? 0).fill(sentence))];
}

function meanEmbedding({ embeddings }: EmbeddingModel): EmbedTexts {
  return async (papers) => {
    const vectors = await embeddings.embedDocuments(
      papers.flatMap(({ titledWindows }) => [...titledWindows]),
    );
    return papers.map(({ titledWindows }) => ({ vectors: vectors.splice(0, titledWindows.length) }));
  };
}

/** The rate counts only papers that had to be embedded: those found in the cache take no time worth telling. */
function progressOf(papersTotal: number, { now, onProgress }: EmbedParts) {
  const startedAt = now();
  return (papersDone: number, papersEmbedded: number): void => {
    const seconds = (now() - startedAt) / 1000;
    const papersPerSecond = seconds > 0 ? papersEmbedded / seconds : 0;
    onProgress({
      papersDone,
      papersTotal,
      papersPerSecond,
      ...(papersPerSecond > 0 && { secondsLeft: (papersTotal - papersDone) / papersPerSecond }),
    });
  };
}
