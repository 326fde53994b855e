import type { Evidence } from "../domain/evidence.ts";
import type { CollectionQuestion } from "../question/recognise-collection-question.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What was counted for a question about the whole collection. */
export interface CollectionCount {
  readonly asks: CollectionQuestion["asks"];
  /** The term in the forms that were looked for; empty where only a kind of paper was asked for. */
  readonly forms: readonly string[];
  readonly documentKind?: CollectionQuestion["documentKind"];
  /** Papers that meet the condition, of `searched` that were looked through. */
  readonly found: number;
  readonly searched: number;
  /** Whether a filter left papers out. */
  readonly isFiltered: boolean;
}

/**
 * The draft of an answer about the whole collection: how many papers there are, a bullet for each that is quoted with the
 * marker of its evidence, what is left out, and how the count was made. Only bullets say something about a paper.
 */
export function* writeCollection(count: CollectionCount, evidence: readonly Evidence[]): Generator<string> {
  yield `${opening(count)}\n`;
  for (const [position, { paper, quote }] of evidence.entries()) {
    const title = escapeMarkdown(paper.title);
    const colon = /[.!?]$/u.test(title) ? "" : ":";
    yield `${position === 0 ? "\n" : ""}- **${title}**${colon} “${escapeMarkdown(quote.replace(/\.$/u, ""))}” [${position + 1}].\n`;
  }
  const more = count.found - evidence.length;
  if (more > 0) yield `\nAnd ${number(more)} more: ${libraryLink(count)}.\n`;
  yield `\n${method(count)}`;
}

function opening(count: CollectionCount): string {
  const { asks, found, searched, isFiltered } = count;
  const papers = `${number(searched)} ${searched === 1 ? "paper" : "papers"} ${isFiltered ? "that you chose" : "here"}`;
  if (found === 0) return `None of the ${papers} ${states({ ...count, found: 1 })}.`;
  return `${asks === "whether" ? "Yes: " : ""}${number(found)} of the ${papers} ${states(count)}.`;
}

const KINDS = {
  survey: ["is a survey", "are surveys"],
  benchmark: ["presents a benchmark", "present a benchmark"],
  dataset: ["presents a dataset", "present a dataset"],
} as const;

function states({ documentKind, forms, found }: CollectionCount): string {
  const kind = documentKind && KINDS[documentKind][found === 1 ? 0 : 1];
  const mention = forms.length > 0 && `${found === 1 ? "mentions" : "mention"} ${quotedForms(forms)}`;
  return [kind, mention].filter((part) => part).join(" and ");
}

function method({ documentKind, forms }: CollectionCount): string {
  const isKind =
    documentKind && KINDS[documentKind][0].replace(/^is/u, "it is").replace(/^presents/u, "it presents");
  const says = [
    isKind && `says that ${isKind}`,
    forms.length > 0 && `mentions ${quotedForms(forms)}, in any usual spelling`,
  ].filter((part) => part);
  return `I counted papers whose title or abstract ${says.join(" and ")}; their full texts are not here.`;
}

function quotedForms(forms: readonly string[]): string {
  return forms.map((form) => `“${escapeMarkdown(form)}”`).join(" or ");
}

/** In quotation marks the library lists what mentions the term; a kind of paper it can only look for. */
function libraryLink({ found, forms, documentKind }: CollectionCount): string {
  const [term] = forms;
  const isWhole = term !== undefined && documentKind === undefined;
  const query = isWhole ? `"${term}"` : [documentKind, term].filter((part) => part).join(" ");
  const address = `/papers?query=${encodeURIComponent(query).replace(/[()']/gu, escapeCharacter)}`;
  return `[${isWhole ? `all ${number(found)} in the library` : "look in the library"}](${address})`;
}

/** Left alone by encodeURIComponent, but not by Markdown. */
function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
