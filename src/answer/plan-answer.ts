import { namesIn } from "../check/stated-names.ts";
import type { RefusalReason } from "../domain/answer.ts";
import type { Evidence, RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { askedFor } from "../evidence/asks-for.ts";
import { chooseEvidence, chooseQuotes } from "../evidence/choose-evidence.ts";
import { hasRival } from "../evidence/choose-papers.ts";
import { doubtOf, GREATEST_DOUBT } from "../evidence/doubt.ts";
import { lacksFigure, missingParts, namesNotIn } from "../evidence/missing-details.ts";
import type { PaperIndex } from "../index/paper-index.ts";
import { readLanguage } from "../question/recognise-language.ts";
import type { Relation } from "./answer-parts.ts";
import { reasonToRefuse } from "./judge-retrieval.ts";
import { withoutPlantedCommands } from "./planted-commands.ts";

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

export interface PlanParts {
  readonly index: PaperIndex;
  /** A model reads more evidence than is quoted without one, and judges by itself whether it answers. */
  readonly isForModel: boolean;
}

/**
 * Decides on the evidence whether and from what a question is answered. `question` is the standalone one, which tells what
 * it is about; `asked` what was asked last, which tells what sentence answers.
 */
export function planAnswer(
  question: string,
  asked: string,
  papers: readonly RankedPaper[],
  { index, isForModel }: PlanParts,
): AnswerPlan {
  const language = readLanguage(question, papers);
  if (language === "unread") return { kind: "refuse", reason: "no-evidence", isUnread: true };
  const reason = reasonToRefuse(question, papers, {
    paperCount: index.papers.size,
    weightOf: index.weightOf,
  });
  if (reason && language === "english") return { kind: "refuse", reason };
  const evidence = withoutPlantedCommands(
    isForModel ? chooseEvidence(asked, papers, index) : chooseQuotes(asked, papers, index),
  );
  const [first] = papers;
  if (!first || evidence.length === 0) return { kind: "refuse", reason: "no-evidence" };
  const doubt = isForModel || language !== "english" ? undefined : doubtOf(asked, papers, index);
  const isDoubted = doubt !== undefined && (doubt > GREATEST_DOUBT || lacksFigure(asked, evidence));
  if (isDoubted) return { ...refusal(asked, papers, first, evidence), doubt };
  const isOfSeveral = askedFor(asked).severalPapers;
  return {
    kind: "answer",
    evidence,
    relation: isOfSeveral ? "together" : "rivals",
    missing: isOfSeveral || hasRival(papers) ? [] : missingParts(asked, first.paper),
    doubt,
  };
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
