import type { AnswerState } from "./answer-state.ts";

/** The ids of the papers that an answer cites, in citation order, as far as the server tells them. */
export function citedPaperIds({ sources }: Pick<AnswerState, "sources">): readonly string[] {
  return sources.flatMap(({ paperId }) => paperId ?? []);
}
