import { type SentenceKind, sentenceKind } from "./sentence-kind.ts";
import { createSentenceTracker } from "./sentence-tracker.ts";

/** Whether a whole answer declines in its own words: it cites nothing, and beside connecting sentences only declines. */
export function declinesThroughout(answer: string): boolean {
  if (/\[\d{1,3}\]/.test(answer)) return false;
  const kinds = kindsIn(answer);
  return kinds.includes("declines") && !kinds.includes("claim");
}

/** What the sentences of a text without markers do, in order. */
export function kindsIn(text: string): readonly SentenceKind[] {
  const kinds: SentenceKind[] = [];
  const tracker = createSentenceTracker({
    markersFor: () => "",
    evidenceFor: (sentence) => {
      kinds.push(sentenceKind(sentence, kinds.at(-1)));
      return undefined;
    },
  });
  tracker.push([{ type: "text", text }]);
  tracker.end();
  return kinds;
}
