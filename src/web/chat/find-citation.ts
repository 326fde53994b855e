import type { Citation } from "../stream/answer-part.ts";
import type { AnswerState } from "../stream/answer-state.ts";

/** The citation whose marker stands at this offset of the answer; undefined while its sentence is unfinished. */
export function findCitation(
  { citations }: Pick<AnswerState, "citations">,
  { number, offset }: { readonly number: number; readonly offset: number },
): Citation | undefined {
  return citations.find(
    (citation) => citation.number === number && citation.answerStart <= offset && offset < citation.answerEnd,
  );
}
