import type { Paper } from "../domain/paper.ts";
import { cslOf } from "./csl-of.ts";
import type { AuthorName } from "./person-name.ts";

/** More authors than this are named up to the one before, and then the last: the rule of APA, which this follows. */
const MOST_AUTHORS = 20;

/**
 * The paper as one line of a list of references: `Lovelace, A., & Hopper, G. (2024). Title. https://…`. Authors and year
 * are left out where they are not known; without authors the year stands behind the title.
 */
export function plainReference(paper: Paper, url: string): string {
  const { author = [], title, issued } = cslOf(paper, url);
  const year = issued?.["date-parts"][0][0];
  const inBrackets = year === undefined ? [] : [`(${year}).`];
  const ended = /[.?!…]$/u.test(title) ? title : `${title}.`;
  const opening =
    author.length > 0 ? [listed(author.map(shortName)), ...inBrackets, ended] : [ended, ...inBrackets];
  return [...opening, url].join(" ");
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return withStop(last);
  if (names.length > MOST_AUTHORS)
    return withStop(`${names.slice(0, MOST_AUTHORS - 1).join(", ")}, … ${last}`);
  return withStop(`${names.slice(0, -1).join(", ")}, & ${last}`);
}

function withStop(names: string): string {
  return names.endsWith(".") ? names : `${names}.`;
}

function shortName(name: AuthorName): string {
  if ("literal" in name) return name.literal;
  const { family, given = "", suffix } = name;
  return [family, initials(given), suffix].filter((part) => part).join(", ");
}

/** `Jean-Luc Marie` is `J.-L. M.`. */
function initials(given: string): string {
  return given
    .split(/[\s.]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) =>
      word
        .split("-")
        .flatMap((part) => part.match(/\p{L}/u) ?? [])
        .map((letter) => `${letter.toUpperCase()}.`)
        .join("-"),
    )
    .join(" ");
}
