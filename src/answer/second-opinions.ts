import type { Citation, Verdict } from "../domain/answer.ts";
import { FootnoteError, ModelError } from "../domain/errors.ts";
import type { Evidence } from "../domain/evidence.ts";

/** Opinions that a model is asked for at the same time: it is writing the answer, too. */
const AT_A_TIME = 2;
/** How long an answer whose text has ended waits for opinions that are under way; a reader is waiting for its end. */
export const PATIENCE_MS = 5_000;

/** What the model makes of a claim, or undefined where it gives no verdict. */
export type AskOpinion = (
  claim: string,
  evidence: Evidence,
  signal: AbortSignal,
) => Promise<Verdict | undefined>;

export interface OpinionParts {
  readonly ask: AskOpinion;
  /** Hears of the first failure; no more is asked then. */
  readonly onFailure: (error: FootnoteError) => void;
  /** That of the request for the answer: once it is aborted, nothing is asked or waited for. */
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
}

/** A model's second opinions on the citations of one answer, asked for while its text goes on. */
export interface SecondOpinions {
  ask(claim: string, evidence: Evidence, citation: Citation): void;
  /** The citations that opinions have made worse since this was last called. */
  revised(): readonly Citation[];
  /**
   * Those still to come, for a bounded time.
   * @throws the reason of the request's signal at once where that is aborted.
   */
  rest(): AsyncGenerator<Citation>;
  /** Cancels what is under way. */
  stop(): void;
}

/** Never holds anything up: an opinion that fails or is late is none. */
export function createSecondOpinions({
  ask,
  onFailure,
  signal,
  patienceMs = PATIENCE_MS,
}: OpinionParts): SecondOpinions {
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal;
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();
  let revisions: Citation[] = [];

  const startNext = (): void => {
    const next = running.size < AT_A_TIME && !stopped.aborted ? waiting.shift() : undefined;
    if (!next) return;
    const work = next().finally(() => {
      running.delete(work);
      startNext();
    });
    running.add(work);
  };

  const judge = async (claim: string, evidence: Evidence, citation: Citation): Promise<void> => {
    try {
      const opinion = await ask(claim, evidence, stopped);
      const revision = opinion && revise(citation, opinion);
      if (revision && !stopped.aborted) revisions.push(revision);
    } catch (error) {
      if (stopped.aborted) return;
      stop.abort();
      onFailure(error instanceof FootnoteError ? error : new ModelError(NO_OPINION, { cause: error }));
    }
  };

  const revised = (): readonly Citation[] => {
    const taken = revisions;
    revisions = [];
    return taken;
  };

  return {
    ask(claim, evidence, citation) {
      // Nothing is worse than unsupported.
      if (citation.verdict === "unsupported") return;
      waiting.push(() => judge(claim, evidence, citation));
      startNext();
    },
    revised,
    async *rest() {
      const deadline = AbortSignal.timeout(patienceMs);
      const end = AbortSignal.any([deadline, stopped]);
      const ended = new Promise<void>((resolve) =>
        end.addEventListener("abort", () => resolve(), { once: true }),
      );
      while (running.size > 0 && !end.aborted) {
        await Promise.race([...running, ended]);
        yield* revised();
      }
      stop.abort();
      signal?.throwIfAborted();
    },
    stop: () => stop.abort(),
  };
}

const NO_OPINION = "The chat model gave no second opinion. Ask again, or set CHECK_WITH_MODEL to false.";

const BADNESS: Readonly<Record<Verdict, number>> = { supported: 0, weak: 1, unsupported: 2 };
const REASONS: Readonly<Record<Verdict, string>> = {
  supported: "",
  weak: "a second reading by the chat model finds this borne out only in part",
  unsupported: "a second reading by the chat model does not find this in the paper",
};

/** The citation with the opinion's verdict and why, or undefined where that is no worse. */
function revise(citation: Citation, opinion: Verdict): Citation | undefined {
  if (BADNESS[opinion] <= BADNESS[citation.verdict]) return undefined;
  return { ...citation, verdict: opinion, reasons: [...citation.reasons, REASONS[opinion]] };
}
