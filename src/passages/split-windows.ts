import type { Paper } from "../domain/paper.ts";
import type { Passage, Span } from "../domain/passage.ts";

/** Two neighbouring sentences: what one vector means best. */
const SENTENCES_A_WINDOW = 2;

/** Two neighbouring sentences of an abstract, and the passage that holds most of them. */
export interface SentenceWindow extends Span {
  readonly windowId: string;
  readonly paperId: string;
  readonly passageId: string;
}

/**
 * Windows over the sentences of a paper's passages, each beginning where the one before ends; where a single sentence is
 * left over, the last window takes the one before it, too. Overlapping ones in the middle would find no more papers that
 * the gold questions show, and take twice the time to embed.
 */
export function splitWindows(passages: readonly Passage[]): readonly SentenceWindow[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const lastStart = Math.max(0, sentences.length - SENTENCES_A_WINDOW);
  const windows: SentenceWindow[] = [];
  for (let from = 0; from < sentences.length; from += SENTENCES_A_WINDOW) {
    const members = sentences.slice(
      Math.min(from, lastStart),
      Math.min(from, lastStart) + SENTENCES_A_WINDOW,
    );
    const span = { start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0 };
    const home = mostOverlapped(passages, span);
    if (home)
      windows.push({
        ...span,
        windowId: `${home.paperId}:w${windows.length}`,
        paperId: home.paperId,
        passageId: home.passageId,
      });
  }
  return windows;
}

/** What the embedding model reads of a window: the paper's title for context, then its sentences. */
export function titledText({ title, abstract }: Pick<Paper, "title" | "abstract">, window: Span): string {
  return `${title}. ${abstract.slice(window.start, window.end)}`;
}

function mostOverlapped(passages: readonly Passage[], { start, end }: Span): Passage | undefined {
  const overlap = (passage: Passage) => Math.min(end, passage.end) - Math.max(start, passage.start);
  return passages.reduce<Passage | undefined>(
    (best, passage) => (best && overlap(best) >= overlap(passage) ? best : passage),
    undefined,
  );
}
