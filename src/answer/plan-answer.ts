import { namesIn } from "../check/stated-names.ts";
import type { RefusalReason } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import type { StandaloneQuestion } from "../domain/question.ts";
import { askedFor } from "../evidence/asks-for.ts";
import { chooseEvidence, chooseQuotes } from "../evidence/choose-evidence.ts";
import { hasRival } from "../evidence/choose-papers.ts";
import { doubtOf, GREATEST_DOUBT } from "../evidence/doubt.ts";
import { lacksFigure, missingParts, namesInNone, namesNotIn } from "../evidence/missing-details.ts";
import { questionParts } from "../evidence/question-parts.ts";
import { asksForUnstatedAspect } from "../evidence/unstated-aspects.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { readLanguage } from "../question/recognise-language.ts";
import { namedFirst } from "../retrieval/named-first.ts";
import type { Relation } from "./answer-parts.ts";
import { reasonToRefuse } from "./judge-retrieval.ts";
import { papersCalledIn } from "./papers-called.ts";
import { withoutPlantedCommands } from "./planted-commands.ts";

/** Papers retrieved for an answer: what it may cite comes from these, and those behind tell how far they stand out. */
export const PAPERS_RETRIEVED = 12;

/** What a paper that is here doesn't state. */
export interface NotStated {
  readonly paper: Paper;
  /** Names of the question that it never mentions, as written. */
  readonly names: readonly string[];
  /** Its sentence that comes closest. */
  readonly closest?: Evidence | undefined;
}

/** What is to be said: an answer from evidence, or why there is none. */
export type AnswerPlan =
  | {
      readonly kind: "refuse";
      readonly reason: RefusalReason;
      readonly notStated?: NotStated;
      /** The question is in a language that is not read here, and no name carries it. */
      readonly isUnread?: boolean;
      readonly doubt?: number;
    }
  | {
      readonly kind: "answer";
      readonly evidence: readonly Evidence[];
      readonly relation: Relation;
      /** Parts of the question that the evidence's papers don't answer. */
      readonly missing: readonly string[];
      /** The chance (0..1) that the first paper doesn't state what was asked; a model judges that by itself. */
      readonly doubt?: number | undefined;
    };

/** A plan with the papers that it is made on: those found, the ones that the question names first. */
export type RankedPlan = AnswerPlan & { readonly papers: readonly RankedPaper[] };

export interface PlanParts {
  readonly index: PaperIndex;
  /** A model reads more evidence than is quoted without one, and judges by itself whether it answers. */
  readonly isForModel: boolean;
  /** Whether the reader limited the question to some papers. */
  readonly isFiltered: boolean;
}

/**
 * The plan for a question that papers were found for: what a paper shows where that is all that is asked, or the answer to
 * `asked`, the words of the last question.
 */
export function planFound(
  { text, meant }: StandaloneQuestion,
  asked: string,
  found: readonly RankedPaper[],
  parts: PlanParts,
): RankedPlan {
  return meant ? planGist(meant, found, parts) : planAnswer(text, asked, found, parts);
}

/**
 * Decides on the evidence whether and from what a question is answered. `question` is the standalone one, which tells what
 * it is about; `asked` what was asked last, which tells what sentence answers.
 */
export function planAnswer(
  question: string,
  asked: string,
  found: readonly RankedPaper[],
  { index, isForModel, isFiltered }: PlanParts,
): RankedPlan {
  const called = papersCalledIn(question, index.papers);
  // What a filter leaves out is not brought back by its name.
  const named = isFiltered
    ? called.filter(({ paperId }) => found.some(({ paper }) => paper.paperId === paperId))
    : called;
  const papers = namedFirst(found, named);
  return { ...planFor(question, asked, papers, named.length, { index, isForModel, isFiltered }), papers };
}

function planFor(
  question: string,
  asked: string,
  papers: readonly RankedPaper[],
  namedCount: number,
  { index, isForModel }: PlanParts,
): AnswerPlan {
  const language = readLanguage(question, papers);
  if (language === "unread") return { kind: "refuse", reason: "no-evidence", isUnread: true };
  const reason = reasonToRefuse(question, papers, {
    paperCount: index.papers.size,
    weightOf: index.weightOf,
  });
  if (reason && language === "english") return { kind: "refuse", reason };
  const form = askedFor(asked);
  const isComparing = namedCount > 1 || (namedCount > 0 && form.severalPapers);
  const unknown = isComparing ? namesInNone(asked, index.papers) : [];
  const isOfNamed = namedCount > 1 || unknown.length > 0;
  const compared = isOfNamed ? { ...form, severalPapers: true, paperCount: namedCount } : form;
  const evidence = withoutPlantedCommands(
    isForModel ? chooseEvidence(asked, papers, index) : chooseQuotes(asked, papers, index, compared),
  );
  const [first] = papers;
  if (!first || evidence.length === 0) return { kind: "refuse", reason: "no-evidence" };
  const doubt = isForModel || language !== "english" ? undefined : doubtOf(asked, papers, index, compared);
  const isOfSeveral = compared.severalPapers;
  const missing = isOfSeveral ? unknown : hasRival(papers) ? [] : missingParts(asked, first.paper);
  const partCount = questionParts(asked).length;
  const isHalfAnswered = !isOfSeveral && partCount > 1 && missing.length > 0 && missing.length < partCount;
  const isDoubted =
    doubt !== undefined &&
    (doubt > GREATEST_DOUBT ||
      lacksFigure(asked, evidence) ||
      asksForUnstatedAspect(asked, first.paper.abstract));
  if (isDoubted && !isHalfAnswered) return { ...refusal(asked, papers, first, evidence), doubt };
  return { kind: "answer", evidence, relation: isOfSeveral ? "together" : "rivals", missing, doubt };
}

/** Asks for the gist in words that every paper fits: a title's own words would be taken for what is asked of it. */
const GIST = "What does this paper show?";

/**
 * What answers a question that is nothing but a paper: what that paper shows, from its sentences alone. Its being here is
 * reason enough, so that only a paper without a sentence to quote is refused.
 */
function planGist(meant: Paper, found: readonly RankedPaper[], { index, isForModel }: PlanParts): RankedPlan {
  const papers = namedFirst(found, [meant]);
  const own = papers.slice(0, 1);
  const evidence = withoutPlantedCommands(
    isForModel ? chooseEvidence(GIST, own, index) : chooseQuotes(GIST, own, index),
  );
  if (evidence.length === 0) return { kind: "refuse", reason: "no-evidence", papers };
  return { kind: "answer", evidence, relation: "together", missing: [], papers };
}

/** A detail that the paper in question doesn't state; no evidence at all where it is unclear which paper that is, or none is. */
function refusal(
  asked: string,
  papers: readonly RankedPaper[],
  { paper }: RankedPaper,
  evidence: readonly Evidence[],
): Extract<AnswerPlan, { kind: "refuse" }> {
  const names = namesNotIn(asked, paper);
  const isAboutOthers = names.length > 0 && namesIn(asked).every((name) => names.includes(name));
  if (hasRival(papers) || isAboutOthers) return { kind: "refuse", reason: "no-evidence" };
  const closest = evidence.find((item) => item.paper.paperId === paper.paperId);
  return { kind: "refuse", reason: "not-stated", notStated: { paper, names, closest } };
}
