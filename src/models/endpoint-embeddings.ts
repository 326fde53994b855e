import { Embeddings } from "@langchain/core/embeddings";
import type { OpenAI } from "openai";
import { ModelError } from "../domain/errors.ts";
import type { AskedServer } from "./embedding-failure.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import { nextInTime } from "./next-in-time.ts";
import { NO_KEY } from "./openai-address.ts";
import { readEmbeddings } from "./read-embeddings.ts";

/** Texts a request: far below what servers take, and more than the windows of the papers embedded at a time. */
const BATCH_SIZE = 64;

/** Further tries for passages: nobody waits for them, and a limit on requests passes. A question gets one at once. */
const PASSAGE_RETRIES = 4;

/** How long a question may take, and how long a batch of passages with all its tries. */
export interface EmbeddingTimeouts {
  readonly questionMs: number;
  readonly passagesMs: number;
}

const TIMEOUTS: EmbeddingTimeouts = { questionMs: 20_000, passagesMs: 180_000 };

/** An embedding model behind an OpenAI-compatible server. It gives whole vectors only, so there is no late stage. */
export function createEndpointModel(
  server: AskedServer,
  timeouts: EmbeddingTimeouts = TIMEOUTS,
): EmbeddingModel {
  const embeddings = new EndpointEmbeddings(server, timeouts);
  return {
    fingerprint: `${server.model}:endpoint:${server.baseUrl.replace(/^https?:\/\//u, "")}`,
    embeddings,
    warm: async () => {
      await embeddings.embedQuery("warm");
    },
  };
}

class EndpointEmbeddings extends Embeddings {
  readonly #server: AskedServer;
  readonly #timeouts: EmbeddingTimeouts;
  #opening: Promise<OpenAI> | undefined;
  #dimensions: number | undefined;

  constructor(server: AskedServer, timeouts: EmbeddingTimeouts) {
    super({});
    this.#server = server;
    this.#timeouts = timeouts;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let from = 0; from < texts.length; from += BATCH_SIZE) {
      const batch = texts.slice(from, from + BATCH_SIZE);
      const options = { maxRetries: PASSAGE_RETRIES, timeoutMs: this.#timeouts.passagesMs };
      vectors.push(...(await this.#explained(() => this.#request(batch, options))));
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const request = () => this.#request([text], { maxRetries: 0, timeoutMs: this.#timeouts.questionMs });
    const [vector] = await this.#explained(async () => {
      try {
        return await request();
      } catch (error) {
        const { isWorthRetrying } = await import("./upstream-errors.ts");
        if (!isWorthRetrying(error)) throw error;
        return await request();
      }
    });
    return vector ?? [];
  }

  async #request(
    input: string[],
    { maxRetries, timeoutMs }: { readonly maxRetries: number; readonly timeoutMs: number },
  ): Promise<number[][]> {
    this.#opening ??= openClient(this.#server);
    const client = await this.#opening;
    const hangUp = new AbortController();
    const { signal } = hangUp;
    try {
      const answer = await nextInTime(
        client.embeddings.create(
          { model: this.#server.model, input, encoding_format: "float" },
          { maxRetries, signal },
        ),
        timeoutMs,
        signal,
      );
      return this.#checkWidth(readEmbeddings(answer, input.length, this.#host));
    } finally {
      hangUp.abort();
    }
  }

  /** Vectors of two widths can't be compared: a server that changes its model while this runs is told. */
  #checkWidth(vectors: number[][]): number[][] {
    const width = vectors[0]?.length;
    this.#dimensions ??= width;
    if (width === this.#dimensions) return vectors;
    throw new ModelError(
      `The embeddings server at ${this.#host} sent vectors of ${width} numbers, and of ${this.#dimensions} before: ` +
        "its model has changed. Start Footnote again with an EMBEDDING_MODEL that stays the same.",
    );
  }

  async #explained<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const { embeddingFailure } = await import("./embedding-failure.ts");
      throw embeddingFailure(error, this.#server);
    }
  }

  get #host(): string {
    return new URL(this.#server.baseUrl).host;
  }
}

async function openClient({ baseUrl, apiKey }: AskedServer): Promise<OpenAI> {
  const { OpenAI: Client } = await import("openai");
  return new Client({
    baseURL: baseUrl,
    apiKey: apiKey ?? NO_KEY,
    // Taken from the environment otherwise, and sent to whatever server is asked.
    organization: null,
    project: null,
    // The client would print what the server sent, which may repeat a key or a question.
    logLevel: "off",
  });
}
