import { RETRIEVAL_STAGES, type RetrievalStage } from "../domain/evidence.ts";

/** Retrieval with some of its stages only. */
export interface Ablation {
  readonly name: string;
  readonly stages: ReadonlySet<RetrievalStage>;
}

const SEARCHES: readonly RetrievalStage[] = ["words", "vectors"];

/** How the stages were added, one at a time. */
const STEPS: readonly (readonly [name: string, added: readonly RetrievalStage[]])[] = [
  ["fused", SEARCHES],
  ["+ late interaction", ["late"]],
  ["+ reverse", ["reverse"]],
  ["+ best window", ["window"]],
  ["+ vector similarity", ["similarity"]],
  ["+ overlap of words", ["overlap"]],
];

/** All but the imagined abstract, which would ask a chat model for every question again. */
const ALL: ReadonlySet<RetrievalStage> = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis"));

/** Stages that are left out of all the others, one at a time. */
const LEFT_OUT = ["words", "vectors", "late", "reverse", "window", "similarity", "overlap", "title"] as const;

/** The rows of the ablation table: each search alone, the stages added one by one, all of them, and all but each. */
export const ABLATIONS: readonly Ablation[] = [
  ...SEARCHES.map((stage) => ({ name: `${stage} only`, stages: new Set([stage]) })),
  ...STEPS.map(([name], position) => ({
    name,
    stages: new Set(STEPS.slice(0, position + 1).flatMap(([, added]) => added)),
  })),
  { name: "all stages", stages: ALL },
  ...LEFT_OUT.map((left) => ({
    name: `all but ${left}`,
    stages: ALL.difference(new Set([left])),
  })),
];
