import type { Evidence } from "../domain/evidence.ts";
import type { CollectionQuestion } from "../question/recognise-collection-question.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What was counted for a question about the whole collection. */
export interface CollectionCount {
  readonly asks: CollectionQuestion["asks"];
  /** Each term in the forms that were looked for; none where only a kind of paper was asked for. */
  readonly terms: readonly (readonly string[])[];
  readonly joinedBy: CollectionQuestion["joinedBy"];
  /** The papers counted are those without the terms; none of them is quoted. */
  readonly isNegated: boolean;
  readonly documentKind?: CollectionQuestion["documentKind"];
  /** Papers that meet the condition, of `searched` that were looked through. */
  readonly found: number;
  readonly searched: number;
  /** Papers of the kind, whether they have the terms or not; all where no kind was asked for. */
  readonly ofKind: number;
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
  if (more > 0 && !count.isNegated) yield `\nAnd ${number(more)} more: ${libraryLink(count)}.\n`;
  yield `\n${method(count)}`;
}

function opening(count: CollectionCount): string {
  const { asks, found, searched, ofKind, documentKind, isFiltered } = count;
  const where = isFiltered ? "that you chose" : "here";
  if (found === 0 && documentKind && count.terms.length > 0 && ofKind > 0) {
    const kinds =
      ofKind === 1
        ? `The one ${KINDS[documentKind].one} ${where}`
        : `the ${number(ofKind)} ${KINDS[documentKind].many} ${where}`;
    return ofKind === 1
      ? `${kinds} ${mentions(count, "none")}.`
      : `None of ${kinds} ${mentions(count, "one")}.`;
  }
  if (count.isNegated && found === 0 && searched > 1)
    return `All of the ${number(searched)} papers ${where} ${mentions({ ...count, isNegated: false }, "several")}.`;
  if (searched === 1)
    return `${asks === "whether" && found > 0 ? "Yes: the" : "The"} one paper ${where} ${states(count, found === 0 ? "none" : "one")}.`;
  const papers = `${number(searched)} papers ${where}`;
  if (found === 0) return `None of the ${papers} ${states(count, "one")}.`;
  return `${asks === "whether" ? "Yes: " : ""}${number(found)} of the ${papers} ${states(count, found === 1 ? "one" : "several")}.`;
}

const KINDS = {
  survey: {
    one: "survey",
    many: "surveys",
    states: { one: "is a survey", several: "are surveys", none: "is no survey" },
  },
  benchmark: {
    one: "paper with a benchmark",
    many: "papers with a benchmark",
    states: { one: "presents a benchmark", several: "present a benchmark", none: "presents no benchmark" },
  },
  dataset: {
    one: "paper with a dataset",
    many: "papers with a dataset",
    states: { one: "presents a dataset", several: "present a dataset", none: "presents no dataset" },
  },
} as const;

/** How a verb reads: of one paper, of several, or of one that doesn't. */
type Reading = "one" | "several" | "none";

function states(count: CollectionCount, reading: Reading): string {
  const { documentKind, terms } = count;
  const kind = documentKind && KINDS[documentKind].states[reading];
  const mention = terms.length > 0 && mentions(count, reading);
  return [kind, mention].filter((part) => part).join(reading === "none" ? " or " : " and ");
}

function mentions({ terms, joinedBy, isNegated }: CollectionCount, reading: Reading): string {
  const verbs = isNegated
    ? { one: "doesn’t mention", several: "don’t mention", none: "mentions" }
    : { one: "mentions", several: "mention", none: "doesn’t mention" };
  return `${verbs[reading]} ${quotedTerms(terms, joinedBy)}`;
}

function method(count: CollectionCount): string {
  const { documentKind, terms, isNegated } = count;
  const isKind =
    documentKind &&
    KINDS[documentKind].states.one.replace(/^is/u, "it is").replace(/^presents/u, "it presents");
  const says = [
    isKind && `says that ${isKind}`,
    terms.length > 0 && `${mentions(count, "one")}, in any usual spelling`,
  ].filter((part) => part);
  const counted = `I counted papers whose title or abstract ${says.join(" and ")}; their full texts are not here.`;
  if (!isNegated) return counted;
  const none = `${counted} No sentence shows what a paper leaves out, so I quote none of them`;
  const mentioning = count.ofKind - count.found;
  return mentioning > 0
    ? `${none}; those that do mention it: ${libraryLink({ ...count, found: mentioning })}.`
    : `${none}.`;
}

/** Each term with its other form, in brackets where there are several terms. */
function quotedTerms(terms: CollectionCount["terms"], joinedBy: CollectionCount["joinedBy"]): string {
  const quoted = terms.map((forms) => {
    const all = forms.map((form) => `“${escapeMarkdown(form)}”`).join(" or ");
    return terms.length > 1 && forms.length > 1 ? `(${all})` : all;
  });
  const both = quoted.length === 2 && joinedBy === "and" ? "both " : "";
  return `${both}${quoted.join(` ${joinedBy} `)}`;
}

/** In quotation marks the library lists what mentions the term; a kind of paper it can only look for. */
function libraryLink({ found, terms, documentKind }: CollectionCount): string {
  const asked = terms.flatMap(([term]) => term ?? []);
  const isWhole = asked.length === 1 && documentKind === undefined;
  const query = isWhole ? `"${asked[0]}"` : [documentKind, ...asked].filter((part) => part).join(" ");
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
