import { counted } from "../page/counted.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { spokenSentences } from "./spoken-sentences.ts";
import { statusWords } from "./status-view.ts";

/** A function that says, through `announce`, what is new in an answer: its stage, whole sentences, how it ended. */
export function createNarrator(announce: (words: string) => void): (state: AnswerState) => void {
  let said = 0;
  let stage = "";
  return (state) => {
    const words = statusWords(state);
    if (state.phase === "running" && state.text === "" && state.status && words !== stage) {
      stage = words;
      announce(words);
    }
    const { sentences, next } = spokenSentences(state.text, said, state.phase !== "running");
    said = next;
    for (const sentence of sentences) announce(sentence);
    if (state.phase !== "running") announce(endingWords(state));
  };
}

function endingWords({ phase, failure, sources }: AnswerState): string {
  if (phase === "failed") return failure ?? "The answer failed.";
  if (phase === "stopped") return "Stopped.";
  if (sources.length === 0) return "End of the answer.";
  return `End of the answer, with ${counted(sources.length, "source")}.`;
}
