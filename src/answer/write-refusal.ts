import type { RefusalReason } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What a refusal says, without a marker: it claims nothing about any paper. */
export function refusalText(reason: RefusalReason, nearest: readonly Paper[]): string {
  return [OPENINGS[reason], nearestText(nearest)].filter((part) => part !== "").join("\n\n");
}

const OPENINGS: Readonly<Record<RefusalReason, string>> = {
  "not-stated": "The abstracts here don't state that.",
  "no-evidence": "I found nothing in these papers that answers this.",
  "out-of-scope": "I answer questions about the papers in this collection, and this isn't one of them.",
  "empty-index":
    "There are no papers here yet. Put saved daily-papers pages into the seeds folder and run `npm run ingest`.",
};

function nearestText(nearest: readonly Paper[]): string {
  if (nearest.length === 0) return "";
  const titles = nearest.map((paper) => `- ${escapeMarkdown(paper.title)}`);
  return `The papers that come closest:\n\n${titles.join("\n")}`;
}
