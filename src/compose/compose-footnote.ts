import { randomUUID } from "node:crypto";
import type { AnswerIndex, ModelWriter } from "../answer/answer-parts.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import type { Config } from "../config.ts";
import type { IndexProgress } from "../domain/answer.ts";
import { FootnoteError, ModelError, UnavailableError } from "../domain/errors.ts";
import { RETRIEVAL_STAGES } from "../domain/evidence.ts";
import type { Footnote, Readiness } from "../domain/footnote.ts";
import { type Conversation, standingAlone } from "../domain/question.ts";
import { createLiveIndex, type LiveIndex } from "../index/live-index.ts";
import type { IndexUpdate } from "../index/update-index.ts";
import type { CrossEncoder } from "../models/cross-encoder.ts";
import type { Reranker } from "../models/reranker.ts";
import { bareQuestion } from "../question/bare-question.ts";
import { carryTopic, type KnownPapers } from "../question/carry-topic.ts";
import { readMeantPaper } from "../question/meant-paper.ts";
import { papersAtAddress } from "../question/paper-by-address.ts";
import { PAPERS_RANKED } from "../retrieval/fitting-papers.ts";
import { listPapers } from "../retrieval/list-papers.ts";
import { listSources } from "../retrieval/list-sources.ts";
import { retrieve } from "../retrieval/retrieve.ts";
import { checkRequest, createChecks } from "./check-request.ts";
import { createReranker } from "./create-reranker.ts";
import { createWriter } from "./create-writer.ts";
import type { PreparedIndex } from "./prepare-index.ts";
import { searchImagining } from "./search-imagining.ts";

export interface ComposeOptions {
  readonly onProgress: (progress: IndexProgress) => void;
  /** Something a person should know: a page with a problem, a wait for another writer. */
  readonly onNotice: (notice: string) => void;
  /** Ends the preparation of the index. */
  readonly signal: AbortSignal;
}

export interface Composed {
  readonly footnote: Footnote;
  /** The index is up to date; rejects with why it can't be, though older papers may be served all the same. */
  readonly prepared: Promise<IndexUpdate>;
  /** Whether there is an index to answer from, be it empty: false only while the first one is made, or where that failed. */
  isServing(): boolean;
  /** What is loaded behind the index and left out until then, a reranker, is loaded or can't be had. Never rejects. */
  readonly warmed: Promise<void>;
}

const WITHOUT_HYPOTHESIS = new Set(RETRIEVAL_STAGES.filter((stage) => stage !== "hypothesis"));

/** How often a process looks whether another one has published a newer index. */
const LOOK_FOR_NEWER_MS = 1000;

/**
 * Puts the parts together: the only place where they all meet. Returns soon; the index is prepared in the background
 * and the packages that it needs (vectra, onnxruntime, LangChain) are imported there, so that a server listens before.
 * @throws {StorageError} where a prompt of the configured model can't be used.
 */
export async function composeFootnote(config: Config, options: ComposeOptions): Promise<Composed> {
  const writer = config.chat && (await createWriter(config.chat, config.hypothesisTimeoutMs));
  const reranker = createReranker(config, options.onNotice);
  const outcome = Promise.withResolvers<IndexUpdate>();
  const live = createLiveIndex<PreparedIndex>(async (report) => {
    const preparing = prepare(config, options, report);
    outcome.resolve(preparing);
    await preparing;
  });
  return {
    footnote: footnoteOver(config, live, { writer, reranker }, options),
    prepared: outcome.promise,
    isServing: () => live.opened !== undefined,
    warmed: warmBehind(outcome.promise, reranker, options.signal),
  };
}

async function prepare(
  config: Config,
  { onProgress, onNotice, signal }: ComposeOptions,
  report: { progress(progress: IndexProgress): void; opened(opened: PreparedIndex): void },
): Promise<IndexUpdate> {
  const { prepareIndex } = await import("./prepare-index.ts");
  return await prepareIndex(config, {
    mayReembed: false,
    now: Date.now,
    signal,
    onNotice,
    onOpened: report.opened,
    onProgress: (progress) => {
      report.progress(progress);
      onProgress(progress);
    },
  });
}

/** The index goes first: loading a reranker at the same time would take the cores from it. */
async function warmBehind(
  prepared: Promise<IndexUpdate>,
  reranker: CrossEncoder | undefined,
  signal: AbortSignal,
): Promise<void> {
  await Promise.allSettled([prepared]);
  if (!signal.aborted) await reranker?.warm();
}

/** Models beside the embedding model; absent where none is configured. */
interface OtherModels {
  readonly writer: ModelWriter | undefined;
  readonly reranker: Reranker | undefined;
}

function footnoteOver(
  config: Config,
  live: LiveIndex<PreparedIndex>,
  models: OtherModels,
  { onNotice }: ComposeOptions,
): Footnote {
  const { writer } = models;
  const refresh = createRefresh(config, live);
  const checksOver = createChecks();
  async function* whenReady(signal: AbortSignal): AsyncGenerator<IndexProgress, AnswerIndex> {
    await refresh();
    return answerIndex(yield* live.whenReady(signal), models);
  }
  const opened = (): PreparedIndex => {
    if (!live.opened) throw new UnavailableError(missingOf(live).join(" "));
    return live.opened;
  };
  const openedNow = async (): Promise<AnswerIndex> => {
    await refresh();
    return answerIndex(opened(), models);
  };
  const standalone = async (conversation: Conversation, known: KnownPapers, signal: AbortSignal) => {
    if (!writer || conversation.history.length === 0) return carryTopic(conversation, known);
    const meant = readMeantPaper(conversation.question, known.papers);
    if (meant) return meant;
    try {
      return standingAlone(await writer.rewrite(conversation, signal));
    } catch (error) {
      // A search needs no model: what the conversation was about is carried over as it is without one.
      if (!(error instanceof ModelError)) throw error;
      onNotice(describeFailure(error));
      return carryTopic(conversation, known);
    }
  };
  return {
    answer: (conversation, answerOptions) =>
      answerQuestion(
        {
          whenReady,
          check: async (sentence, evidence) => await checksOver(opened()).sentence(sentence, evidence),
          now: () => performance.now(),
          newMessageId: () => `m-${randomUUID()}`,
          onFailure: (error) => onNotice(describeFailure(error)),
          ...(writer && { writer }),
        },
        conversation,
        answerOptions,
      ),
    async search(conversation, { filter, k, stages, signal }) {
      const index = await finish(whenReady(signal));
      const bare = { ...conversation, question: bareQuestion(conversation.question) };
      const question = await standalone(bare, index.index, signal);
      return {
        standaloneQuestion: question.text,
        papers: await index.retrieve(question, { filter, count: k, stages, signal }),
      };
    },
    async check(request, { signal }) {
      await refresh();
      const prepared = await finish(live.whenReady(signal));
      return await checkRequest(request, checksOver(prepared), answerIndex(prepared, models), signal);
    },
    async listPapers({ signal, ...request }) {
      const { index, retrieve: search } = await openedNow();
      return await listPapers(index.papers.values(), request, {
        atAddress: (text) => papersAtAddress(text, index.papers),
        // As the reader types: no model is asked.
        search: async (query) =>
          await search(standingAlone(query), {
            count: PAPERS_RANKED,
            stages: WITHOUT_HYPOTHESIS,
            signal,
          }),
      });
    },
    listSources: async () => listSources((await openedNow()).index.papers.values()),
    findPaper: async (paperId) => (await openedNow()).index.papers.get(paperId),
    readiness: () => readinessOf(live, writer?.name ?? "quoting"),
  };
}

function answerIndex({ index, model }: PreparedIndex, { writer, reranker }: OtherModels): AnswerIndex {
  return {
    index,
    retrieve: (question, options) =>
      searchImagining(
        (asked, searchOptions) => retrieve({ index, model, reranker }, asked, searchOptions),
        writer?.imagine,
        question,
        options,
      ),
  };
}

/** Takes over an index that another process has published: looked for once a second at most, while questions come. */
function createRefresh(config: Config, live: LiveIndex<PreparedIndex>): () => Promise<void> {
  let lookedAt = performance.now();
  return async () => {
    const { opened } = live;
    if (!opened || performance.now() - lookedAt < LOOK_FOR_NEWER_MS) return;
    lookedAt = performance.now();
    const { openNewer, isSuperseded } = await import("./prepare-index.ts");
    if (!(await isSuperseded(config, opened))) return;
    const newer = await openNewer(config, opened);
    if (newer) live.replace(newer);
  };
}

function readinessOf(live: LiveIndex<PreparedIndex>, model: string): Readiness {
  const paperCount = live.opened?.index.papers.size ?? 0;
  const missing = paperCount > 0 ? [] : missingOf(live);
  const { progress } = live;
  return {
    isReady: missing.length === 0,
    missing,
    paperCount,
    model,
    ...(progress && missing.length > 0 && { progress }),
  };
}

function missingOf({ failure, progress }: LiveIndex<PreparedIndex>): readonly string[] {
  if (failure instanceof FootnoteError) return [failure.message];
  if (failure !== undefined) return ["The index could not be prepared: the server's terminal says why."];
  if (!progress) return ["The index is being opened."];
  return [`The index is being built: ${progress.papersDone} of ${progress.papersTotal} papers.`];
}

/** The message that the reader got, with the kind of what lay behind it: what an upstream said may hold a key. */
function describeFailure(error: FootnoteError): string {
  const causes: string[] = [];
  for (let { cause } = error; cause instanceof Error; cause = cause.cause) {
    const status = "status" in cause && typeof cause.status === "number" ? [`status ${cause.status}`] : [];
    // An upstream chooses its codes: only what looks like one is repeated.
    const code = "code" in cause && /^\w{1,40}$/.test(String(cause.code)) ? [`code ${cause.code}`] : [];
    causes.push([cause.constructor.name, ...status, ...code].join(", "));
  }
  return causes.length === 0 ? error.message : `${error.message} (${causes.join("; ")})`;
}

/** Runs a generator to its end and gives what it returns. */
async function finish<Result>(generator: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await generator.next();
    if (step.done) return step.value;
  }
}
