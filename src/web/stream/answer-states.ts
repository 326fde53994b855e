import { type AnswerState, asFailed, asStopped, NEW_ANSWER, whenEnded, withPart } from "./answer-state.ts";
import { askQuestion, type ChatRequest } from "./ask-question.ts";
import { RequestError } from "./request-error.ts";

const UNEXPECTED = "This page met an error of its own. Try again; reloading the page may help.";

/**
 * Asks the question and yields the answer each time that more of it has come. The last state, and only that, isn't `running`: an abort
 * ends in `stopped`, anything else that breaks in `failed`, with what came before it. An error that nobody foresaw is
 * given to `onUnexpectedError` as well.
 */
export async function* answerStates(
  request: ChatRequest,
  {
    signal,
    onUnexpectedError,
  }: { readonly signal: AbortSignal; readonly onUnexpectedError: (error: unknown) => void },
): AsyncGenerator<AnswerState, void> {
  let state = NEW_ANSWER;
  yield state;
  try {
    for await (const part of askQuestion(request, signal)) {
      state = withPart(state, part);
      if (state.phase === "running") yield state;
    }
  } catch (error) {
    if (signal.aborted) {
      state = asStopped(state);
    } else {
      if (!(error instanceof RequestError)) onUnexpectedError(error);
      state = asFailed(state, error instanceof RequestError ? error.message : UNEXPECTED);
    }
  }
  yield whenEnded(state);
}
