import type { Citation } from "../domain/answer.ts";

/** The check's reason for a figure that no part of the cited paper has. */
const NUMBER_MISSING = /^number (?<number>\S+) not in the paper/u;
/** More figures than these are not listed: the verdicts beside the sentences name them all. */
const MAX_NAMED = 5;

/**
 * The line that closes an answer with figures that its papers don't have, or undefined where there are none: such a figure
 * is what a reader would take away.
 */
export function missingNumbersLine(citations: readonly Citation[]): string | undefined {
  const unsupported = citations.filter(({ verdict }) => verdict === "unsupported");
  const numbers = [
    ...new Set(
      unsupported.flatMap(({ reasons }) =>
        reasons.flatMap((reason) => NUMBER_MISSING.exec(reason)?.groups?.["number"] ?? []),
      ),
    ),
  ];
  const [first, ...others] = numbers.slice(0, MAX_NAMED);
  if (first === undefined) return undefined;
  const papers = new Set(unsupported.map(({ paper }) => paper.paperId));
  const last = others.pop();
  const named = last === undefined ? first : `${[first, ...others].join(", ")} and ${last}`;
  const more = numbers.length > MAX_NAMED ? ", among others" : "";
  return `Not found in the cited paper${papers.size > 1 ? "s" : ""}: the number${last === undefined ? "" : "s"} ${named}${more}.`;
}
