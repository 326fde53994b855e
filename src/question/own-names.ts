import type { Paper } from "../domain/paper.ts";
import { namesIn, type Papers } from "./named-papers.ts";

/** Names of a text that are looked for in all abstracts. */
const NAMES_LOOKED_UP = 20;

/** The papers that alone have one of the text's names in their abstract or title: `TAPIR` stands for the only paper that has it. */
export function papersWithOwnName(text: string, papers: Papers): readonly Paper[] {
  const owners = namesIn(text)
    .slice(0, NAMES_LOOKED_UP)
    .flatMap((name) => onlyPaperWith(name, papers) ?? []);
  return [...new Set(owners)];
}

/** The paper that alone has a name and introduces it: what others have too, or it merely uses, is no name of its own. */
export function paperIntroducing(name: string, papers: Papers): Paper | undefined {
  const owner = onlyPaperWith(name, papers);
  return owner && introduces(`${owner.title}\n${owner.abstract}`, name) ? owner : undefined;
}

/** What stands before a name that the authors give to what they made: `we propose TAPIR`, `a method called TAPIR` … */
const MADE_AND_NAMED =
  /\b(?:call(?:s|ed)?|named|dubbed|termed|introduc(?:e|es|ing)|present(?:s|ing)?|propos(?:e|es|ing)|releas(?:e|es|ing)|develop(?:s|ing)?) (?:(?:an?|the|our|new|novel) ){0,3}["“‘'*]*$/iu;
/** … or, in brackets, short for it: `we propose self-training with rules (STR)`. What it is made with has other names. */
const MADE_AND_SHORTENED =
  /\b(?:introduc(?:e|es|ing)|present(?:s|ing)?|propos(?:e|es|ing)|releas(?:e|es|ing)|develop(?:s|ing)?) (?:(?!(?:us|with|via|by|from|in|on|to|for|based)(?:ing)?\b)[\p{L}\p{N}“”"'-]+ ){1,9}\($/iu;
/** A longer name begins with it, or it is a plural: `Task-Aware Planning`, `IDEs`. */
const GOES_ON = /^ \p{Lu}/u;
const PLURAL = /\p{Lu}s$/u;

/** The first of these names that a paper gives to what it made, and that no other paper has. */
export function givenNameOf(paper: Paper, names: readonly string[], papers: Papers): string | undefined {
  return names
    .slice(0, NAMES_LOOKED_UP)
    .find(
      (name) => !PLURAL.test(name) && isGiven(name, paper.abstract) && onlyPaperWith(name, papers) === paper,
    );
}

/** A title that begins with a name has named its paper; what its abstract names beside it is a part. */
const NAMED_TITLE = /^\S+(?: \S+){0,2}:\s/u;

/** The paper that a name is of and nothing else is: the first that its abstract gives, where no title does. */
export function paperCalled(name: string, papers: Papers): Paper | undefined {
  if (namesIn(name)[0] !== name) return undefined;
  const owner = paperIntroducing(name, papers);
  const isItsOwn =
    owner && !NAMED_TITLE.test(owner.title) && givenNameOf(owner, namesIn(owner.abstract), papers) === name;
  return isItsOwn ? owner : undefined;
}

const CHARACTERS_OF_A_CLAUSE = 120;

function isGiven(name: string, text: string): boolean {
  return placesOf(name, text).some((place) => {
    const before = text.slice(Math.max(0, place - CHARACTERS_OF_A_CLAUSE), place);
    const behind = text.slice(place + name.length);
    return (
      (MADE_AND_NAMED.test(before) && !GOES_ON.test(behind)) ||
      (before.endsWith("(") && behind.startsWith(")") && MADE_AND_SHORTENED.test(before))
    );
  });
}

function onlyPaperWith(name: string, papers: Papers): Paper | undefined {
  let only: Paper | undefined;
  for (const paper of papers.values()) {
    if (!hasName(paper.title, name) && !hasName(paper.abstract, name)) continue;
    if (only) return undefined;
    only = paper;
  }
  return only;
}

/** What stands before a name that is given here: `our method (MeCo)`, `a model called TAPIR`, `we propose the TAPIR`. */
const GIVES_A_NAME =
  /(?:\(|\b(?:call(?:s|ed)?|named|dubbed|termed|coined|namely|i\.e\.,?|introduc(?:e|es|ing)|present(?:s|ing)?|propos(?:e|es|ing)|releas(?:e|es|ing)|develop(?:s|ing)?|creat(?:e|es|ing)) (?:(?:an?|the|our|new|novel) ){0,3}["“‘'*]*)$/iu;
const CHARACTERS_BEFORE = 60;

/** A paper says its own name twice, or where it gives it. */
function introduces(text: string, name: string): boolean {
  const places = [...placesOf(name, text)];
  return (
    places.length > 1 ||
    places.some((place) => GIVES_A_NAME.test(text.slice(Math.max(0, place - CHARACTERS_BEFORE), place)))
  );
}

function hasName(text: string, name: string): boolean {
  return placesOf(name, text).next().value !== undefined;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where a name stands in a text and is no part of a longer word. A pattern for each name would take longer to compile than to search. */
function* placesOf(name: string, text: string): Generator<number> {
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const isWhole = ![text.charAt(start - 1), text.charAt(start + name.length)].some((character) =>
      WORD_CHARACTER.test(character),
    );
    if (isWhole) yield start;
  }
}
