import type { ClaimCheck, ClaimEvidence } from "../domain/claim.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { contentTerms } from "../text/terms.ts";
import { type ClaimJudgement, judgeClaim } from "./judge-claim.ts";
import {
  createPaperReader,
  type PaperReader,
  type ReadPaper,
  readableSpans,
  readPaper,
} from "./read-paper.ts";
import { type ReadingParts, type ReadSentence, readSentences } from "./read-sentence.ts";

/** Sentences told as evidence. */
const EVIDENCE_TOLD = 3;

/** One paper's judgement; `paper` is undefined for a given text. */
interface Judged extends ClaimJudgement {
  readonly paper: Paper | undefined;
}

export interface CheckOptions {
  /** Keeps what it has read, so that the next claim need not wait for it; a new one where it is absent. */
  readonly readPaper?: PaperReader;
  readonly signal: AbortSignal;
}

/** Checks a claim by papers: of those that bear it out or contradict it the one that speaks most of the same decides, whatever others leave unsaid. */
export async function checkByPapers(
  claim: string,
  papers: readonly Paper[],
  parts: ReadingParts,
  { signal, readPaper = createPaperReader(parts) }: CheckOptions,
): Promise<ClaimCheck> {
  const read = await readClaim(claim, parts);
  const judged: Judged[] = [];
  for (const paper of papers) {
    signal.throwIfAborted();
    judged.push({ ...judgeClaim(read, await readPaper(paper)), paper });
  }
  return decide(judged, "no paper to compare the claim with");
}

/** Checks a claim by a text of any length; of a long one the sentences that share most with the claim are read. */
export async function checkByText(claim: string, text: string, parts: ReadingParts): Promise<ClaimCheck> {
  const read = await readClaim(claim, parts);
  const title = HEADING.exec(text)?.[1] ?? "";
  const titleEnd = text.indexOf(title) + title.length;
  const spans = nearestSpans(claim, text, parts).filter(({ end }) => end > titleEnd);
  if (spans.length === 0) return decide([], "the text is empty");
  const paper: ReadPaper = { ...(await readPaper({ title, abstract: text }, parts, spans)), text };
  return decide([{ ...judgeClaim(read, paper), paper: undefined }], "the text is empty");
}

/** A first line by itself is a title: it says what the sentences after it are about, and states nothing. */
const HEADING = /^\s*([^\n]{1,300}?)[ \t]*\n[ \t]*\n\s*\S/u;

async function readClaim(claim: string, parts: ReadingParts): Promise<ReadSentence> {
  const [read] = await readSentences([claim.trim()], parts);
  if (!read) throw new Error("A claim was read as nothing.");
  return read;
}

/** Characters of a long text that are read: five abstracts' worth, a quarter of a second of work. */
const CHARACTERS_READ = 8_000;

/** The sentences that share most with the claim, by the weights of their stems, in the text's order; all of a short text. */
function nearestSpans(claim: string, text: string, { weightOf }: ReadingParts): readonly Span[] {
  const wanted = new Set(contentTerms(claim).map(({ stem }) => stem));
  const spans = readableSpans(text);
  if (text.length <= CHARACTERS_READ) return spans;
  const shared = ({ start, end }: Span) => {
    const stems = new Set(contentTerms(text.slice(start, end)).map(({ stem }) => stem));
    return [...stems.intersection(wanted)].reduce((sum, stem) => sum + weightOf(stem), 0);
  };
  const best = spans
    .map((span) => ({ span, score: shared(span) }))
    .sort((one, other) => other.score - one.score);
  let left = CHARACTERS_READ;
  const read = best.filter(({ span }) => {
    left -= span.end - span.start;
    return left >= 0;
  });
  return read.map(({ span }) => span).sort((one, other) => one.start - other.start);
}

function decide(judged: readonly Judged[], nothing: string): ClaimCheck {
  const byLikeness = judged.toSorted((one, other) => other.compared.likeness - one.compared.likeness);
  const deciding = byLikeness.find(({ verdict }) => verdict !== "not-stated") ?? byLikeness[0];
  if (!deciding) return { verdict: "not-stated", confidence: 1, evidence: [], reasons: [nothing] };
  const { verdict, probability, reasons } = deciding;
  return {
    verdict,
    confidence: verdict === "supported" ? probability : 1 - probability,
    evidence: evidenceOf(deciding),
    reasons,
  };
}

function evidenceOf({ paper, compared }: Judged): readonly ClaimEvidence[] {
  return compared.fitted.nearest.slice(0, EVIDENCE_TOLD).map(({ sentence, relevance }) => ({
    paper,
    quote: sentence.text,
    quoteStart: sentence.start,
    quoteEnd: sentence.end,
    score: Math.min(1, Math.max(0, relevance)),
  }));
}
