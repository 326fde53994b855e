import type { Paper } from "../domain/paper.ts";
import { cleanTitle } from "../question/clean-title.ts";
import { namesIn, type Papers } from "../question/named-papers.ts";
import { givenNameOf } from "../question/own-names.ts";
import { paperTitled } from "../question/paper-titled.ts";
import { papersNamedIn } from "../question/papers-named-in.ts";
import { isStopWord } from "../text/terms.ts";
import { nameOf } from "./name-paper.ts";
import { isPlantedCommand } from "./planted-commands.ts";

/** How a question calls a paper. */
export interface QuestionName {
  readonly text: string;
  /** A title in quotation marks is a paper's; any other name is of what the paper made. */
  readonly isTitle: boolean;
}

/** Room that a title has in a question. */
const CHARACTERS_OF_A_TITLE = 52;

/** A name that needs no quotation marks: one word, or two of which one has a figure, with a capital: `Orca 2`. */
const PLAIN_NAME = /^(?=.*\p{Lu})(?:[\p{L}\p{N}][\p{L}\p{N}+.-]{2,24}|[\p{L}\p{N}+-]{2,20} [\p{N}.]{1,4})$/u;

/** What no title of a paper has, but one that is made to be clicked or run. */
const HOSTILE = /<\/?[a-z!][^>]*>|\]\s*\(|(?:java|vb)script\s*:|\bdata:\w+\/|https?:\/\/|[{}]{2}/iu;

/**
 * The shortest name by which a question is understood to mean a paper: the one before its title's colon, one that only its
 * abstract gives and the reader has seen (`isSeen`), or the title in quotation marks, cut where it is long. Undefined where
 * the title commands whoever reads it or holds an address or markup, or where no such name is understood.
 */
export function nameInQuestion(
  paper: Paper,
  papers: Papers,
  isSeen: (name: string) => boolean = () => true,
): QuestionName | undefined {
  if (isHostile(paper)) return undefined;
  const isUnderstood = (name: string) => {
    const [named, ...others] = papersNamedIn(`How does ${name} work?`, papers);
    return named === paper && others.length === 0;
  };
  const given = givenNameOf(paper, namesIn(paper.abstract), papers);
  const isKnown = given !== undefined && isSeen(given);
  const plain = [nameOf(paper), isKnown ? given : undefined].find(
    (name) => name !== undefined && PLAIN_NAME.test(name) && isUnderstood(name),
  );
  if (plain !== undefined) return { text: plain, isTitle: false };
  const title = cleanTitle(paper.title);
  return titleAs([cleanTitle(nameOf(paper)), title, cutOff(title)], paper, papers);
}

/** As `nameInQuestion`, of a paper that the reader has not met: its title tells what it is, whole or cut. */
export function titleInQuestion(paper: Paper, papers: Papers): QuestionName | undefined {
  const title = cleanTitle(paper.title);
  return isHostile(paper)
    ? undefined
    : titleAs([title, cutOff(title), cleanTitle(nameOf(paper))], paper, papers);
}

function isHostile({ title }: Paper): boolean {
  return HOSTILE.test(title) || isPlantedCommand(cleanTitle(title)) || isPlantedCommand(title);
}

/** The first of these openings that has room and is understood. */
function titleAs(written: readonly string[], paper: Paper, papers: Papers): QuestionName | undefined {
  const fitting = written.find(
    (one) => one.length <= CHARACTERS_OF_A_TITLE && paperTitled(`“${one}”`, papers) === paper,
  );
  return fitting === undefined ? undefined : { text: `“${fitting}”`, isTitle: true };
}

/** A title's opening, to the end of a word that carries something. */
function cutOff(title: string): string {
  const room = title.slice(0, CHARACTERS_OF_A_TITLE - 1);
  const words = room.slice(0, Math.max(0, room.lastIndexOf(" "))).split(" ");
  const last = words.findLastIndex((word) => /\p{L}/u.test(word) && !isStopWord(word));
  return `${words
    .slice(0, last + 1)
    .join(" ")
    .replace(/[\s\p{P}]+$/u, "")}…`;
}
