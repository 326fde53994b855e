import type { Evidence } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";

export interface MarkerNumbering {
  /** The paper's number in this answer, from 1 in order of first citation. */
  numberOf(paper: Paper): number;
  /** What the reader sees of a group of markers: each paper once, `[1][3]`. */
  markersFor(evidence: readonly Evidence[]): string;
}

/** Numbers papers in the order in which an answer cites them. */
export function createMarkerNumbering(): MarkerNumbering {
  const numbers = new Map<string, number>();
  const numberOf = ({ paperId }: Paper): number => {
    const number = numbers.get(paperId) ?? numbers.size + 1;
    numbers.set(paperId, number);
    return number;
  };
  return {
    numberOf,
    markersFor: (evidence) =>
      [...new Set(evidence.map(({ paper }) => numberOf(paper)))].map((number) => `[${number}]`).join(""),
  };
}
