import type { Row } from "../../src/eval/row.ts";

/** A row of a run; what a test doesn't name is plain. */
export function rowOf(id: string, figures: Row["figures"], changes: Partial<Row> = {}): Row {
  return {
    id,
    type: "terse",
    question: `Question ${id}?`,
    isAnswerable: true,
    figures,
    latency: { totalMs: 10, searchMs: 5 },
    outcome: "answered",
    answer: "",
    cited: [],
    found: [],
    ...changes,
  };
}
