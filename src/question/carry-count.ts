import type { Turn } from "../domain/question.ts";
import { readOrdinals } from "./read-ordinal.ts";
import {
  type CollectionQuestion,
  isName,
  readCollectionQuestion,
  readTerm,
} from "./recognise-collection-question.ts";

/** Papers of the last count: `How many of them mention GPT-4?`, `Which ones use LoRA?` */
const OF_THEM =
  /(?<=\b(?:how many|which|what|any|list|show(?: me)?|do any|are any)) (?:(?:all )?of (?:them|these|those|these papers|those papers|the ones)|ones|of which)\b/iu;

/** Asks the last question of another term: `and QLoRA?`, `what about “reward hacking”?` */
const ANOTHER_TERM =
  /^(?:(?:and|or|so)[,]? )?(?:what about|how about|and|or)[,]? (?<term>[^?]{1,60}?)\s*\?*$/iu;

/** What opens no term: a place, or what belongs to the papers spoken of. */
const NO_TERM = /^(?:the|their|its|his|her|on|in|with|for|at|by|to|of|from|after|before|also|then)\b/iu;
const WORDS_OF_A_TERM = 3;

/** A chain of counts is followed no further back. */
const QUESTIONS_READ = 8;

/**
 * After a question about the whole collection: the whole question that a follow-up means. One about "them" adds its
 * condition, another term takes the place of the last. Undefined where the last question was another one, or this is.
 */
export function carryCount(history: readonly Turn[], question: string): string | undefined {
  let last: CollectionQuestion | undefined;
  for (const { text } of history.filter(({ role }) => role === "user").slice(-QUESTIONS_READ)) {
    last = (last && followed(text, last)) ?? readCollectionQuestion(text);
  }
  const meant = last && followed(question, last);
  return meant && written(meant);
}

function followed(question: string, last: CollectionQuestion): CollectionQuestion | undefined {
  if (OF_THEM.test(question))
    return narrowed(last, readCollectionQuestion(question.replace(OF_THEM, " papers")));
  const raw = ANOTHER_TERM.exec(question.trim())?.groups?.["term"];
  if (raw === undefined || last.terms.length === 0 || readOrdinals(raw, true).length > 0) return undefined;
  const term = readTerm(raw);
  if (!term) return undefined;
  const isShort = term.text.split(" ").length <= WORDS_OF_A_TERM && !NO_TERM.test(raw);
  const isTerm = term.isQuoted || isName(term.text) || (last.isLiteral && isShort);
  return isTerm ? { ...last, terms: [term.text], isLiteral: true } : undefined;
}

/** Both conditions at once; undefined where one question can't ask for them. */
function narrowed(
  last: CollectionQuestion,
  next: CollectionQuestion | undefined,
): CollectionQuestion | undefined {
  if (!next || last.isNegated || next.isNegated) return undefined;
  if (last.documentKind && next.documentKind && last.documentKind !== next.documentKind) return undefined;
  const isAny = [last, next].some(({ terms, joinedBy }) => terms.length > 1 && joinedBy === "or");
  const documentKind = last.documentKind ?? next.documentKind;
  if (isAny && last.terms.length > 0 && next.terms.length > 0) return undefined;
  return {
    asks: next.asks,
    terms: [...new Set([...last.terms, ...next.terms])],
    joinedBy: isAny ? "or" : "and",
    isNegated: false,
    isLiteral: true,
    ...(documentKind && { documentKind }),
  };
}

const OPENINGS = { list: "Which", count: "How many", whether: "Are there any" } as const;

/** A question that is read as the condition that it is written from. */
function written({ asks, terms, joinedBy, isNegated, documentKind }: CollectionQuestion): string {
  const quoted = terms.map((term) => `“${term}”`).join(` ${joinedBy} `);
  const mention = `${isNegated ? "don't mention" : "mention"} ${quoted}`;
  if (!documentKind) return `${asks === "whether" ? "Do any" : OPENINGS[asks]} papers ${mention}?`;
  const kinds = `${OPENINGS[asks]} ${documentKind}s`;
  if (quoted === "") return `${kinds} ${asks === "whether" ? "here" : "are there"}?`;
  return `${kinds} ${asks === "whether" ? "that " : ""}${mention}?`;
}
