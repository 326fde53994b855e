import type { DraftTask, FinishReason, ModelWriter } from "./answer-parts.ts";
import { writeQuotes } from "./write-quotes.ts";

/** A draft under way; `finishReason` is known once the last piece has come. */
export interface Draft {
  readonly pieces: AsyncIterable<string>;
  finishReason(): FinishReason;
}

/** Starts the model's draft, or the quotes where there is no model. */
export function startDraft(writer: ModelWriter | undefined, task: DraftTask, signal: AbortSignal): Draft {
  if (!writer) return { pieces: writeQuotes(task.evidence, task), finishReason: () => "stop" };
  let reason: FinishReason = "stop";
  async function* pieces(model: ModelWriter): AsyncGenerator<string> {
    ({ finishReason: reason } = yield* model.write(task, signal));
    // A model that was cancelled ends quietly; what it left is no whole answer.
    signal.throwIfAborted();
  }
  return { pieces: pieces(writer), finishReason: () => reason };
}
