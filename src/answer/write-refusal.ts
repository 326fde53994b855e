import type { RefusalReason } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { nameOf } from "./name-paper.ts";
import type { NotStated } from "./plan-answer.ts";
import { quoteOf } from "./quote-evidence.ts";

/**
 * What a refusal says: no claim about a paper but what it doesn't state, and where it comes closest, quoted as evidence 1.
 * Where the reader limited the question (`isLimited`), the papers that they chose are all that it speaks of.
 */
export function refusalText(
  reason: RefusalReason,
  nearest: readonly Paper[],
  { notStated, isLimited = false }: { readonly notStated?: NotStated; readonly isLimited?: boolean } = {},
): string {
  const ofChosen = isLimited && (reason === "not-stated" || reason === "no-evidence");
  const opening = notStated ? notStatedText(notStated) : ofChosen ? NOT_IN_CHOSEN : OPENINGS[reason];
  return [opening, nearestText(nearest)].filter((part) => part !== "").join("\n\n");
}

const OPENINGS: Readonly<Record<RefusalReason, string>> = {
  "not-stated": "The abstracts here don't state that.",
  "no-evidence": "I found nothing in these papers that answers this.",
  "out-of-scope": "I answer questions about the papers in this collection, and this isn't one of them.",
  "empty-index":
    "There are no papers here yet. Put saved daily-papers pages into the seeds folder and run `npm run ingest`.",
};

const NOT_IN_CHOSEN = "The papers that you asked about don't state that in their abstracts.";

/** Said of an id or an address that no paper here has. */
export function unknownPaperText(id: string): string {
  return `There is no paper ${escapeMarkdown(id)} in this collection.`;
}

/** Said of a paper that the reader's own limits leave out. */
export function leftOutText(paper: Paper): string {
  return `The paper **${escapeMarkdown(nameOf(paper))}** is not among the papers that you asked about.`;
}

function notStatedText({ paper, names, closest }: NotStated): string {
  const never = names.length > 0 ? `, which never mentions ${names.map(escapeMarkdown).join(" or ")}` : "";
  const refusal = `The abstract of **${escapeMarkdown(nameOf(paper))}**${never}${never && ","} doesn't state that.`;
  return closest ? `${refusal}\n\nIt comes closest here: ${quoteOf(closest, 1)}` : refusal;
}

function nearestText(nearest: readonly Paper[]): string {
  if (nearest.length === 0) return "";
  const titles = nearest.map((paper) => `- ${escapeMarkdown(paper.title)}`);
  return `The papers that come closest:\n\n${titles.join("\n")}`;
}
