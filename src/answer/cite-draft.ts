import { type CheckSentence, checkSentence } from "../check/check-sentence.ts";
import type { AnswerEvent, Citation } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import { type CitedText, type CiterOptions, createCiter } from "./citer.ts";
import { missingNumbersLine } from "./missing-numbers.ts";
import { heedlessOfCommands } from "./planted-commands.ts";
import { isRefusal, REFUSAL_SENTENCE, saysNothing } from "./refusal-sentence.ts";
import type { SecondOpinions } from "./second-opinions.ts";
import { sentenceCitations } from "./sentence-citations.ts";

/** The whole answer text, and its citations in the order in which they were sent. */
export interface CitedDraft {
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface CiteOptions extends CiterOptions {
  /** Checks each sentence against what it cites; by words alone where it is absent. */
  readonly check?: CheckSentence | undefined;
  /** Asked about each citation once it is sent; what comes meanwhile is sent as it comes. */
  readonly opinions?: SecondOpinions | undefined;
}

const checkByWords: CheckSentence = async (sentence, evidence) => checkSentence(sentence, evidence);

/**
 * Turns a draft, a stream of Markdown whose markers name `evidence` by its number from 1, into the events of an answer:
 * `paper-cited` before the text that first carries a paper's marker, `text-added` as text comes (only what may be a marker,
 * or may close a sentence that wants one, is held back), `sentence-cited` once a sentence is complete. A line at the end
 * names figures that no paper has; a model's draft that neither cites nor declines, or is nothing but markers, is declined
 * there. A failing draft gives what it had begun, then throws on.
 * @throws {Error} at once where a paper of the evidence is not among the ranked ones.
 */
export async function* citeDraft(
  draft: AsyncIterable<string>,
  evidence: readonly Evidence[],
  rankedPapers: readonly RankedPaper[],
  { check = checkByWords, isWritten, opinions }: CiteOptions = {},
): AsyncGenerator<AnswerEvent, CitedDraft> {
  const rankedById = new Map(rankedPapers.map((ranked) => [ranked.paper.paperId, ranked]));
  const unranked = evidence.find((item) => !rankedById.has(item.paper.paperId));
  if (unranked) throw new Error(`Evidence from "${unranked.paper.paperId}", which was not retrieved.`);

  const checkClaim = heedlessOfCommands(check);
  const citer = createCiter(evidence, { isWritten });
  let text = "";
  const citations = new Map<string, Citation>();

  async function* send(step: CitedText): AsyncGenerator<AnswerEvent> {
    for (const { number, paper } of step.papers) {
      const ranked = rankedById.get(paper.paperId);
      if (ranked) yield { type: "paper-cited", number, ranked };
    }
    text += step.text;
    if (step.text !== "") yield { type: "text-added", text: step.text };
    for (const sentence of step.sentences) {
      for (const { claim, evidence: cited, citation: checked } of await sentenceCitations(
        sentence,
        checkClaim,
      )) {
        const citationId = `c-${citations.size + 1}`;
        const citation = { citationId, number: citer.numberOf(checked.paper), ...checked };
        yield sent(citation);
        opinions?.ask(claim, cited, citation);
      }
    }
    for (const revision of opinions?.revised() ?? []) yield sent(revision);
  }

  const sent = (citation: Citation): AnswerEvent => {
    citations.set(citation.citationId, citation);
    return { type: "sentence-cited", citation };
  };

  try {
    for await (const piece of draft) yield* send(citer.push(piece));
  } catch (error) {
    yield* send(citer.end(true));
    throw error;
  }
  yield* send(citer.end());
  const isNoAnswer = isWritten && (citations.size === 0 || saysNothing(text)) && !isRefusal(text);
  const line = isNoAnswer ? REFUSAL_SENTENCE : missingNumbersLine([...citations.values()]);
  if (line !== undefined) {
    const added = `${text.endsWith("\n") ? "\n" : "\n\n"}${line}`;
    text += added;
    yield { type: "text-added", text: added };
  }
  return { text, citations: [...citations.values()] };
}
