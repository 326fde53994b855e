import type { ClaimRequest, ClaimVerdict } from "../domain/claim.ts";
import { NotFoundError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import { allPapers } from "./all-papers.ts";
import { describeFailure } from "./evaluate.ts";
import type { LabelledClaim } from "./read-claims.ts";

/** What the check made of one claim. One that failed says why, and counts as wrong. */
export interface ClaimRow {
  readonly id: string;
  readonly claim: string;
  readonly label: ClaimVerdict;
  readonly change: string;
  readonly verdict?: ClaimVerdict;
  /** That the claim is supported, 0..1. */
  readonly support?: number;
  readonly reasons?: readonly string[];
  readonly failure?: string;
}

export interface EvaluateClaimsParts {
  readonly footnote: Pick<Footnote, "check" | "listPapers">;
  readonly signal: AbortSignal;
}

/** Checks every claim in turn against its own paper or text; only the signal ends the run. */
export async function* evaluateClaims(
  claims: readonly LabelledClaim[],
  { footnote, signal }: EvaluateClaimsParts,
): AsyncGenerator<ClaimRow> {
  const isAboutPapers = claims.some(({ about }) => "title" in about);
  const paperIds = isAboutPapers ? await paperIdsByTitle(footnote, signal) : new Map<string, string>();
  for (const { about, ...claim } of claims) {
    signal.throwIfAborted();
    try {
      const request = requestOf(claim.claim, about, paperIds);
      const { verdict, confidence, reasons } = await footnote.check(request, { signal });
      yield { ...claim, verdict, support: verdict === "supported" ? confidence : 1 - confidence, reasons };
    } catch (error) {
      signal.throwIfAborted();
      yield { ...claim, failure: describeFailure(error) };
    }
  }
}

function requestOf(
  claim: string,
  about: LabelledClaim["about"],
  paperIds: ReadonlyMap<string, string>,
): ClaimRequest {
  if ("text" in about) return { claim, text: about.text };
  const paperId = paperIds.get(about.title);
  if (paperId === undefined) throw new NotFoundError(`No paper here has the title “${about.title}”.`);
  return { claim, paperIds: [paperId] };
}

async function paperIdsByTitle(
  footnote: Pick<Footnote, "listPapers">,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const papers = await allPapers(footnote, signal);
  return new Map(papers.map(({ title, paperId }) => [title, paperId]));
}
