import { RETRIEVAL_STAGES } from "../domain/evidence.ts";
import type { AnswerOptions } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import type { Turn } from "../domain/question.ts";
import { carryTopic } from "../question/carry-topic.ts";
import { withWholeTitles } from "../question/meant-paper.ts";
import { fold } from "../text/terms.ts";
import type { AnswerIndex } from "./answer-parts.ts";
import { countPapers } from "./count-papers.ts";
import { PAPERS_RETRIEVED, planFound } from "./plan-answer.ts";
import { type Candidate, candidatesFor, covers, type GivenAnswer } from "./question-candidates.ts";

/** Questions that are suggested at most, and of them about one paper. */
const MOST_SUGGESTED = 3;
const MOST_OF_A_PAPER = 2;

/** Longer questions are no suggestions. */
const MOST_CHARACTERS = 89;

/** After so many milliseconds no further question is tried: each takes 30 ms or so. */
const LAST_TRY_MS = 110;

/** No chat model is asked and no cross-encoder: a paper that is named comes first without them. */
const STAGES = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis" && stage !== "rerank"));

/**
 * Up to three questions to go on with: about what the abstracts of the cited papers say and the answer did not, and what
 * papers found beside them show. Each was asked in this conversation, and is answered from the paper it is about with a quote
 * that the answer has not given. Titles and abstracts are data: of them a question has a name only, or a title in quotation marks.
 */
export async function suggestQuestions(
  given: GivenAnswer,
  { index, retrieve }: AnswerIndex,
  { filter, signal }: AnswerOptions,
  now: () => number,
): Promise<readonly string[]> {
  const startedAt = now();
  const history = historyWith(given);
  const asked = new Set(history.filter(({ role }) => role === "user").map(({ text }) => wordsOf(text)));
  const suggested: Candidate[] = [];
  for (const candidate of candidatesFor(given, index)) {
    if (suggested.length === MOST_SUGGESTED || now() - startedAt > LAST_TRY_MS) break;
    if (candidate.text.length > MOST_CHARACTERS || asked.has(wordsOf(candidate.text))) continue;
    if (suggested.filter(({ paper }) => paper === candidate.paper).length === MOST_OF_A_PAPER) continue;
    if (!(await isAnswered(candidate))) continue;
    suggested.push(candidate);
    asked.add(wordsOf(candidate.text));
  }
  return suggested.map(({ text }) => text);

  async function isAnswered({ text, paper, sentences, unread }: Candidate): Promise<boolean> {
    signal.throwIfAborted();
    const question = withWholeTitles(text, index.papers);
    const standalone = carryTopic({ history, question }, index);
    if (standalone.unknownId !== undefined) return false;
    if (!standalone.meant && countPapers(standalone.parts.at(-1)?.text ?? question, index, filter))
      return false;
    // What a paper shows that was found and not cited is new whatever else is found.
    const isFound = standalone.meant === paper && unread === sentences;
    const found = isFound
      ? given.found
      : await retrieve(standalone, { filter, count: PAPERS_RETRIEVED, stages: STAGES, signal });
    const plan = planFound(standalone, question, found, {
      index,
      isForModel: false,
      isFiltered: filter !== undefined,
    });
    if (plan.kind === "refuse" || plan.evidence.some((item) => item.paper !== paper)) return false;
    const isQuoted = (sentence: Span) =>
      plan.evidence.some(({ quoteStart, quoteEnd }) =>
        covers({ start: quoteStart, end: quoteEnd }, sentence),
      );
    return sentences.some(isQuoted) && unread.some(isQuoted);
  }
}

/** The conversation as it is when the next question comes. */
function historyWith({ conversation: { history, question }, text, citations }: GivenAnswer): readonly Turn[] {
  const cited = [...new Set(citations.map(({ paper }) => paper))];
  return [
    ...history,
    { role: "user", text: question, citedPaperUrls: [] },
    { role: "assistant", text, citedPaperUrls: cited.map(addressOf) },
  ];
}

function addressOf({ outsideUrl, paperId }: Paper): string {
  return outsideUrl ?? `/papers/${encodeURIComponent(paperId)}`;
}

function wordsOf(question: string): string {
  return (fold(question).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
