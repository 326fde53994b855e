/**
 * The figures of a question, all 0..1 and higher for better but `falseRefuse`, in the order of the tables. Retrieval:
 * `hit@1` to `MRR@10`. Answers: `inText` (facts in the part that is read), `facts` (the same with the cited titles),
 * `evidence` (gold sentences quoted), `citeP` and `citeR` (cited papers that are gold, gold papers cited), `falseRefuse`
 * (refused though answerable), `refuseOK`, `help`, and `quotes` (quotes that stand where they say).
 */
export const FIGURES = [
  "hit@1",
  "R@5",
  "R@10",
  "MRR@10",
  "inText",
  "facts",
  "evidence",
  "citeP",
  "citeR",
  "falseRefuse",
  "refuseOK",
  "help",
  "quotes",
] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure that doesn't apply is absent, and no average counts it. */
export type Figures = { readonly [figure in Figure]?: number };

/** Whether less of a figure is better. */
export function isFault(figure: Figure): boolean {
  return figure === "falseRefuse";
}
