import { eachFrame } from "../page/each-frame.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { createNarrator } from "./narrate-answer.ts";
import type { TurnView } from "./turn-view.ts";

/**
 * Shows and narrates an answer as it comes, once a frame at most, and tells `onState` each of its states; the last is
 * shown even where the page is hidden. `explainsQuoting` decides, once the answer has ended, whether it says that it quotes.
 */
export async function showAnswer(
  view: TurnView,
  states: AsyncIterable<AnswerState>,
  on: {
    readonly announce: (words: string) => void;
    readonly onState: (answer: AnswerState) => void;
    readonly explainsQuoting: (answer: AnswerState) => boolean;
  },
): Promise<void> {
  const narrate = createNarrator(on.announce);
  const frames = eachFrame((answer: AnswerState) => {
    view.render(answer, answer.phase !== "running" && on.explainsQuoting(answer));
    narrate(answer);
  });
  for await (const answer of states) {
    on.onState(answer);
    if (answer.phase === "running") frames.next(answer);
    else frames.finish(answer);
  }
}
