import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { cutLongSentence } from "../passages/cut-long-sentence.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { type ReadingParts, type ReadSentence, readSentences } from "./read-sentence.ts";

/** A sentence of a paper with its place in the abstract. */
export interface PaperSentence extends ReadSentence, Span {
  /** Whether it asks or sets out instead of stating: it bears nothing out. */
  readonly isOpen: boolean;
}

/** What is asked, aimed at, supposed or not known. */
const OPEN =
  /\?$|\b(?:whether|objectives?|aim(?:s|ed)? (?:is |was )?(?:to|at)|goal|unknown|unclear|hypothesi[sz]ed?|questions?|to (?:determine|assess|examine|investigate|test|evaluate|explore|estimate|study))\b/iu;

/** A paper read for a check. */
export interface ReadPaper {
  /** Title and abstract. */
  readonly text: string;
  readonly title: ReadSentence;
  readonly sentences: readonly PaperSentence[];
}

/** Reads a paper's title and sentences, or of its sentences those that are asked for. */
export async function readPaper(
  { title, abstract }: Pick<Paper, "title" | "abstract">,
  parts: ReadingParts,
  spans: readonly Span[] = readableSpans(abstract),
): Promise<ReadPaper> {
  const texts = spans.map(({ start, end }) => abstract.slice(start, end));
  const [titleRead, ...sentences] = await readSentences([title, ...texts], parts);
  if (!titleRead) throw new Error("A text was read as nothing.");
  return {
    text: `${title}\n${abstract}`,
    title: titleRead,
    sentences: sentences.map((sentence, place) => ({
      ...sentence,
      ...spanAt(spans, place),
      isOpen: OPEN.test(sentence.text),
    })),
  };
}

/** The sentences of a text, cut where they are longer than a model reads. */
export function readableSpans(text: string): readonly Span[] {
  return splitSentences(text).flatMap((sentence) => cutLongSentence(text, sentence));
}

function spanAt(spans: readonly Span[], place: number): Span {
  const { start, end } = spans[place] ?? { start: 0, end: 0 };
  return { start, end };
}

/** Papers whose reading is kept, the last ones asked for: an answer's sentences cite the same few again and again. */
const PAPERS_KEPT = 64;

export type PaperReader = (paper: Pick<Paper, "title" | "abstract">) => Promise<ReadPaper>;

/** Reads papers and keeps the last of them. */
export function createPaperReader(parts: ReadingParts): PaperReader {
  const kept = new Map<string, Promise<ReadPaper>>();
  return (paper) => {
    const key = `${paper.title}\n${paper.abstract}`;
    const read = kept.get(key) ?? readPaper(paper, parts);
    kept.delete(key);
    kept.set(key, read);
    const [oldest] = kept.keys();
    if (kept.size > PAPERS_KEPT && oldest !== undefined) kept.delete(oldest);
    // What could not be read may be tried again.
    read.catch(() => kept.delete(key));
    return read;
  };
}
