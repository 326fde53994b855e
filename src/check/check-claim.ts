import type { ClaimCheck, ClaimEvidence } from "../domain/claim.ts";
import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { contentTerms } from "../text/terms.ts";
import { type ClaimJudgement, judgeClaim } from "./judge-claim.ts";
import { COMMANDED, leansOnCommand } from "./planted-commands.ts";
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
  if (saysTooLittle(claim)) return TOO_LITTLE;
  const read = await readClaim(claim, parts);
  const judged: Judged[] = [];
  for (const paper of papers) {
    signal.throwIfAborted();
    judged.push({ ...heedless(judgeClaim(read, await readPaper(paper)), claim, paper), paper });
  }
  return decide(judged, "no paper to compare the claim with");
}

/** Checks a claim by a text of any length; of a long one the sentences that share most with the claim are read. */
export async function checkByText(claim: string, text: string, parts: ReadingParts): Promise<ClaimCheck> {
  if (saysTooLittle(claim)) return TOO_LITTLE;
  const read = await readClaim(claim, parts);
  const { title, end: titleEnd } = headingOf(text);
  const spans = nearestSpans(claim, text, parts).filter(({ end }) => end > titleEnd);
  if (spans.length === 0) return decide([], "the text is empty");
  const paper: ReadPaper = { ...(await readPaper({ title, abstract: text }, parts, spans)), text };
  const judgement = heedless(judgeClaim(read, paper), claim, { title, abstract: text });
  return decide([{ ...judgement, paper: undefined }], "the text is empty");
}

const TOO_LITTLE: ClaimCheck = {
  verdict: "not-stated",
  confidence: 1,
  evidence: [],
  reasons: ["one word says nothing that could be checked: write a sentence"],
};

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

function saysTooLittle(claim: string): boolean {
  return [...WORDS.segment(claim)].filter(({ isWordLike }) => isWordLike).length < 2;
}

/** Longer first lines are paragraphs. */
const MAX_HEADING_CHARACTERS = 300;
/** What ends a statement; a question may be a title, and states nothing either. */
const CLOSED = /[.!。！…]["'”’)\]]*$/u;

/**
 * A first line by itself that ends with no full stop is a title: it says what the sentences after it are about, and states
 * nothing. The title is empty where a text has none.
 */
function headingOf(text: string): { readonly title: string; readonly end: number } {
  const none = { title: "", end: 0 };
  const start = text.length - text.trimStart().length;
  const lineEnd = text.indexOf("\n", start);
  const title = text.slice(start, Math.max(start, lineEnd)).trimEnd();
  if (title === "" || title.length > MAX_HEADING_CHARACTERS || CLOSED.test(title)) return none;
  const below = text.slice(lineEnd + 1);
  const nextEnd = below.indexOf("\n");
  const isAlone = nextEnd >= 0 && below.slice(0, nextEnd).trim() === "" && below.trim() !== "";
  return isAlone ? { title, end: start + title.length } : none;
}

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

/** A command to programs that is planted in a paper or text bears nothing out. */
function heedless(
  judgement: ClaimJudgement,
  claim: string,
  paper: Pick<Paper, "title" | "abstract">,
): ClaimJudgement {
  if (judgement.verdict !== "supported" || !leansOnCommand(claim, paper)) return judgement;
  return { ...judgement, verdict: "not-stated", probability: 0, reasons: [COMMANDED] };
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
