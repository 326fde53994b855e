import type { AnswerEvent } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import { type CiteOptions, citeDraft } from "./cite-draft.ts";
import type { AnswerTimer } from "./start-timer.ts";

/**
 * Says a draft, cited: the events from `text-started` to `text-ended`, and behind them the citations that a second opinion
 * changes later. Returns the text that was said.
 */
export async function* speak(
  draft: AsyncIterable<string> | Iterable<string>,
  evidence: readonly Evidence[],
  papers: readonly RankedPaper[],
  timer: AnswerTimer,
  options: CiteOptions = {},
): AsyncGenerator<AnswerEvent, string> {
  yield { type: "text-started" };
  const cited = citeDraft(pieces(draft), evidence, papers, options);
  try {
    for (;;) {
      const step = await cited.next();
      if (step.done) {
        yield { type: "text-ended", citations: step.value.citations };
        for await (const citation of options.opinions?.rest() ?? [])
          yield { type: "sentence-cited", citation };
        return step.value.text;
      }
      if (step.value.type === "text-added") timer.markToken();
      yield step.value;
    }
  } finally {
    // Whoever stops listening stops the draft, and with it the model.
    options.opinions?.stop();
    await cited.return({ text: "", citations: [] });
  }
}

async function* pieces(draft: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* draft;
}
