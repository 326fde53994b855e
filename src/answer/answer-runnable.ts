import { Runnable, type RunnableConfig } from "@langchain/core/runnables";
import type { AnswerEvent } from "../domain/answer.ts";
import type { AnswerOptions } from "../domain/footnote.ts";
import type { Conversation, PaperFilter } from "../domain/question.ts";

/** What is asked: a conversation, and the papers that the answer is limited to. */
export interface AnswerRequest {
  readonly conversation: Conversation;
  readonly filter?: PaperFilter;
}

/**
 * The retrieval chain as LangChain knows chains: `stream` gives each event as it comes, in an array of one, and `invoke`
 * gives all of them. The `signal` of the options cancels the work.
 */
export class AnswerRunnable extends Runnable<AnswerRequest, readonly AnswerEvent[]> {
  override lc_namespace = ["footnote", "answer"];
  readonly #answer: (conversation: Conversation, options: AnswerOptions) => AsyncGenerator<AnswerEvent>;

  constructor(answer: (conversation: Conversation, options: AnswerOptions) => AsyncGenerator<AnswerEvent>) {
    super();
    this.#answer = answer;
  }

  override async invoke(
    request: AnswerRequest,
    options?: Partial<RunnableConfig>,
  ): Promise<readonly AnswerEvent[]> {
    const events: AnswerEvent[] = [];
    for await (const [event] of this._streamIterator(request, options)) if (event) events.push(event);
    return events;
  }

  override async *_streamIterator(
    { conversation, filter }: AnswerRequest,
    options?: Partial<RunnableConfig>,
  ): AsyncGenerator<readonly AnswerEvent[]> {
    const signal = options?.signal ?? new AbortController().signal;
    for await (const event of this.#answer(conversation, { filter, signal })) yield [event];
  }
}
