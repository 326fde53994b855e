import { type Evidence, type RankedPaper, RETRIEVAL_STAGES } from "../domain/evidence.ts";
import type { AnswerOptions } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { standingAlone, type Turn } from "../domain/question.ts";
import { carryTopic } from "../question/carry-topic.ts";
import { cleanTitle } from "../question/clean-title.ts";
import { conversationFocus } from "../question/conversation-focus.ts";
import { withWholeTitles } from "../question/meant-paper.ts";
import type { AnswerIndex } from "./answer-parts.ts";
import { countPapers } from "./count-papers.ts";
import { plainWords } from "./plain-words.ts";
import { PAPERS_RETRIEVED, planFound } from "./plan-answer.ts";
import {
  type Candidate,
  candidatesFor,
  covers,
  type GivenAnswer,
  isNewLead,
  papersOf,
} from "./question-candidates.ts";

/** Questions that are suggested at most, and of them about one paper. */
const MOST_SUGGESTED = 3;
const MOST_OF_A_PAPER = 2;

/** Longer questions are no suggestions. */
const MOST_CHARACTERS = 89;

/** Questions that are searched for at most, so that the same answer suggests the same: each takes 30 ms or so. */
const MOST_SEARCHES = 3;

/** Another paper is like one where it comes so near to its title (cosine, of the embedded model). */
const LEAST_LIKENESS = 0.48;

/** Milliseconds after which no further one is tried, on a machine that is far too busy. */
const LAST_TRY_MS = 2_000;

/** No chat model is asked and no cross-encoder: a paper that is named comes first without them. */
const STAGES = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis" && stage !== "rerank"));

/**
 * Up to three questions to go on with: about what the abstracts of the cited papers say and the answer did not, and what
 * papers like them show. Each was asked in this conversation, and is answered from the paper that it is about, first with a
 * quote that tells what it asks and that no answer has given. Titles and abstracts are data: of them a question has a name, a
 * title in quotation marks, or two or three plain words.
 */
export async function suggestQuestions(
  given: GivenAnswer,
  { index, retrieve }: AnswerIndex,
  { filter, signal }: AnswerOptions,
  now: () => number,
): Promise<readonly string[]> {
  const startedAt = now();
  const history = historyWith(given);
  const asked = new Set(history.filter(({ role }) => role === "user").map(({ text }) => plainWords(text)));
  const suggested: Candidate[] = [];
  const leads: Evidence[] = [];
  let searches = 0;
  const alike = await papersAlike();
  const others = alike.map(({ paper }) => paper);
  for (const candidate of candidatesFor(given, others, index)) {
    if (suggested.length === MOST_SUGGESTED || now() - startedAt > LAST_TRY_MS) break;
    if (candidate.text.length > MOST_CHARACTERS || asked.has(plainWords(candidate.text))) continue;
    if (suggested.filter(({ paper }) => paper === candidate.paper).length === MOST_OF_A_PAPER) continue;
    const lead = await leadOf(candidate);
    if (
      !lead ||
      leads.some((other) => other.paper === lead.paper && covers(quotePlace(other), quotePlace(lead)))
    )
      continue;
    suggested.push(candidate);
    leads.push(lead);
    asked.add(plainWords(candidate.text));
  }
  return suggested.map(({ text }) => text);

  /** Papers like the first one that the answer is about, and not spoken of yet, the nearest first. */
  async function papersAlike(): Promise<readonly RankedPaper[]> {
    const [first] = papersOf(given);
    if (!first) return [];
    const like = standingAlone(cleanTitle(first.title));
    const found = await retrieve(like, { filter, count: PAPERS_RETRIEVED, stages: STAGES, signal });
    const spokenOf = new Set(conversationFocus(history, index.papers).flat());
    return found
      .filter(({ paper, similarity }) => similarity >= LEAST_LIKENESS && !spokenOf.has(paper))
      .toSorted((a, b) => b.similarity - a.similarity);
  }

  /** What the answer would quote first, where that tells what is asked; undefined where it is no suggestion. */
  async function leadOf(candidate: Candidate): Promise<Evidence | undefined> {
    const { text, paper, sentences, unread } = candidate;
    signal.throwIfAborted();
    // What a paper shows that was not spoken of is new whatever else is found.
    const isGist = unread === sentences;
    if (!isGist && searches === MOST_SEARCHES) return undefined;
    const question = withWholeTitles(text, index.papers);
    const standalone = carryTopic({ history, question }, index);
    if (standalone.unknownId !== undefined) return undefined;
    if (!standalone.meant && countPapers(standalone.parts.at(-1)?.text ?? question, index, filter))
      return undefined;
    const isFound = isGist && standalone.meant === paper;
    if (!isFound) searches += 1;
    const found = isFound
      ? alike
      : await retrieve(standalone, { filter, count: PAPERS_RETRIEVED, stages: STAGES, signal });
    const plan = planFound(standalone, question, found, {
      index,
      isForModel: false,
      isFiltered: filter !== undefined,
    });
    if (plan.kind === "refuse" || plan.evidence.some((item) => item.paper !== paper)) return undefined;
    return plan.evidence.slice(0, 1).find((lead) => isNewLead(quotePlace(lead), candidate));
  }
}

function quotePlace({ quoteStart, quoteEnd }: Evidence): Span {
  return { start: quoteStart, end: quoteEnd };
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
