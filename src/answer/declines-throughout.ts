import { type SentenceKind, sentenceKind } from "./sentence-kind.ts";
import { createSentenceTracker } from "./sentence-tracker.ts";

/** Whether a whole answer declines in its own words: it cites nothing, and beside connecting sentences only declines. */
export function declinesThroughout(answer: string): boolean {
  if (/\[\d{1,3}\]/.test(answer)) return false;
  const kinds: SentenceKind[] = [];
  const tracker = createSentenceTracker({
    markersFor: () => "",
    evidenceFor: (sentence) => {
      kinds.push(sentenceKind(sentence, kinds.at(-1)));
      return undefined;
    },
  });
  tracker.push([{ type: "text", text: answer }]);
  tracker.end();
  return kinds.includes("declines") && !kinds.includes("claim");
}
