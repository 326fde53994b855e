import type { AnswerState } from "../stream/answer-state.ts";
import { endingWords } from "./ending-words.ts";
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
