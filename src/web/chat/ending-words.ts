import { counted } from "../page/counted.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { worstVerdict } from "./verdict-words.ts";

/** How an answer ended, as it is said aloud: its sources, the sentences to doubt and what it doesn't answer; or what broke it off. */
export function endingWords(state: AnswerState): string {
  const { phase, failure, sources, outcome } = state;
  if (phase === "failed") return failure ?? "The answer failed.";
  if (phase === "stopped") return "Stopped.";
  const end = sources.length === 0 ? "" : `, with ${counted(sources.length, "source")}`;
  const missing = outcome?.missing.join("; ") ?? "";
  return [
    `End of the answer${end}.`,
    doubtWords(state),
    missing && `Not answered: ${missing}${/[.?!]$/.test(missing) ? "" : "."}`,
  ]
    .filter((words) => words !== "")
    .join(" ");
}

const DOUBTS = [
  ["weak", "only partly supported"],
  ["unsupported", "not supported"],
] as const;

/** Several citations of one sentence count as one. */
function doubtWords({ citations }: Pick<AnswerState, "citations">): string {
  const bySentence = Map.groupBy(citations, ({ answerStart }) => answerStart);
  const worst = [...bySentence.values()].map((own) => worstVerdict(own.map(({ verdict }) => verdict)));
  const counts = DOUBTS.map(([doubt, words]) => ({
    count: worst.filter((verdict) => verdict === doubt).length,
    words,
  })).filter(({ count }) => count > 0);
  const clauses = counts.map(({ count, words }, place) => {
    const noun = place > 0 ? "" : count === 1 ? " sentence" : " sentences";
    return `${count === 1 ? "one" : count}${noun} ${count === 1 ? "is" : "are"} ${words}`;
  });
  const line = clauses.join(", ");
  return line === "" ? "" : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}
