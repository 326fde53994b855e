import type { AnswerState } from "../stream/answer-state.ts";
import { findCitation } from "./find-citation.ts";
import { UNCHECKED_WORDS, VERDICT_WORDS, worstVerdict } from "./verdict-words.ts";

/** Names each marker after its paper, and marks the sentences that their quotes don't fully support. */
export function labelMarkers(container: HTMLElement, state: AnswerState): void {
  for (const marker of container.querySelectorAll<HTMLElement>(".marker")) {
    const number = Number(marker.dataset["number"]);
    const source = state.sources.find((candidate) => candidate.number === number);
    const citation = findCitation(state, { number, offset: Number(marker.dataset["offset"]) });
    marker.setAttribute("aria-label", `citation ${number}: ${source?.title ?? "unknown paper"}`);
    setVerdict(marker, citation?.verdict);
    const words = citation ? VERDICT_WORDS[citation.verdict] : UNCHECKED_WORDS;
    if (citation?.verdict === "supported" || state.phase === "running")
      marker.removeAttribute("aria-description");
    else marker.setAttribute("aria-description", words);
  }
  for (const sentence of container.querySelectorAll<HTMLElement>("span.sentence")) {
    const start = Number(sentence.dataset["sentence"]);
    const own = state.citations.filter(({ answerStart }) => answerStart === start);
    setVerdict(sentence, worstVerdict(own.map(({ verdict }) => verdict)));
  }
}

function setVerdict(labelled: HTMLElement, verdict: string | undefined): void {
  if (verdict === undefined) labelled.removeAttribute("data-verdict");
  else labelled.dataset["verdict"] = verdict;
}
