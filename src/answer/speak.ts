import type { AnswerEvent } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import { citeDraft } from "./cite-draft.ts";
import type { AnswerTimer } from "./start-timer.ts";

/** Says a draft, cited: the events from `text-started` to `text-ended`. Returns the text that was said. */
export async function* speak(
  draft: AsyncIterable<string> | Iterable<string>,
  evidence: readonly Evidence[],
  papers: readonly RankedPaper[],
  timer: AnswerTimer,
): AsyncGenerator<AnswerEvent, string> {
  yield { type: "text-started" };
  const cited = citeDraft(pieces(draft), evidence, papers);
  try {
    for (;;) {
      const step = await cited.next();
      if (step.done) {
        yield { type: "text-ended", citations: step.value.citations };
        return step.value.text;
      }
      if (step.value.type === "text-added") timer.markToken();
      yield step.value;
    }
  } finally {
    // Whoever stops listening stops the draft, and with it the model.
    await cited.return({ text: "", citations: [] });
  }
}

async function* pieces(draft: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* draft;
}
