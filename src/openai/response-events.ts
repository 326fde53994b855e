import type { AnswerEvent } from "../domain/answer.ts";
import { type AddressOf, createCitedAnswer } from "./cited-answer.ts";
import type { TokenCounts } from "./estimate-usage.ts";
import {
  type OutputMessage,
  type OutputText,
  type ResponseBody,
  type ResponseState,
  responseBody,
  responseUsage,
} from "./response-body.ts";

/** One event of a streamed response; `type` is the name of its frame as well, `sequence_number` counts from 0. */
export interface ResponseEvent {
  readonly type: string;
  readonly sequence_number: number;
  /** In the events that begin and end a stream. */
  readonly response?: ResponseBody;
}

/** How an answer is told as a response. */
export interface ResponseTelling {
  readonly addressOf: AddressOf;
  /** Seconds since 1970. */
  readonly created: number;
  readonly countTokens: (answer: string) => TokenCounts;
}

/** An answer is one message of one text. */
const ITEM = { output_index: 0 };
const PART = { ...ITEM, content_index: 0 };

/**
 * The events of a streamed response: `response.created` at once, then one message with one text that grows, an annotation
 * as soon as its sentence is cited, and `response.completed`, or `response.incomplete` for an answer that was cut short.
 * A failure ends it with `response.failed`, which keeps the text so far.
 */
export async function* responseEvents(
  events: AsyncIterable<AnswerEvent>,
  { addressOf, created, countTokens }: ResponseTelling,
): AsyncGenerator<ResponseEvent, void> {
  const answer = createCitedAnswer(addressOf);
  let messageId = "";
  let isOpen = false;
  let count = 0;

  const numbered = (type: string, fields: object): ResponseEvent => ({
    type,
    sequence_number: count++,
    ...fields,
  });
  const part = (): OutputText => ({
    type: "output_text",
    text: answer.text(),
    annotations: answer.citations().map((citation) => ({ type: "url_citation", ...citation })),
    logprobs: [],
  });
  const item = (status: OutputMessage["status"], content: readonly OutputText[]): OutputMessage => ({
    id: `msg_${messageId}`,
    type: "message",
    role: "assistant",
    status,
    content,
  });
  const inPart = () => ({ item_id: `msg_${messageId}`, ...PART });
  const whole = (type: string, state: Omit<ResponseState, "id" | "created">): ResponseEvent =>
    numbered(type, { response: responseBody({ id: `resp_${messageId}`, created, ...state }) });

  for await (const event of events) {
    const citation = answer.add(event);
    switch (event.type) {
      case "answer-started":
        messageId = event.messageId;
        yield whole("response.created", { status: "in_progress", output: [] });
        yield whole("response.in_progress", { status: "in_progress", output: [] });
        break;
      case "text-started":
        isOpen = true;
        yield numbered("response.output_item.added", { ...ITEM, item: item("in_progress", []) });
        yield numbered("response.content_part.added", { ...inPart(), part: part() });
        break;
      case "text-added":
        yield numbered("response.output_text.delta", { ...inPart(), delta: event.text, logprobs: [] });
        break;
      case "sentence-cited":
        if (!citation) break;
        yield numbered("response.output_text.annotation.added", {
          ...inPart(),
          annotation_index: answer.citations().length - 1,
          annotation: { type: "url_citation", ...citation },
        });
        break;
      case "answer-finished": {
        const status = event.finishReason === "length" ? "incomplete" : "completed";
        const output = isOpen ? [item(status, [part()])] : [];
        if (isOpen) {
          yield numbered("response.output_text.done", { ...inPart(), text: answer.text(), logprobs: [] });
          yield numbered("response.content_part.done", { ...inPart(), part: part() });
          yield numbered("response.output_item.done", { ...ITEM, item: output[0] });
        }
        const usage = responseUsage(countTokens(answer.text()));
        yield whole(`response.${status}`, { status, output, usage });
        break;
      }
      case "answer-failed": {
        const output = isOpen ? [item("incomplete", [part()])] : [];
        yield whole("response.failed", { status: "failed", output, failure: event.message });
        break;
      }
    }
  }
}

/** The response that the last event of a stream holds; undefined where the stream ended early, as after an abort. */
export async function lastResponse(events: AsyncIterable<ResponseEvent>): Promise<ResponseBody | undefined> {
  let last: ResponseBody | undefined;
  for await (const { response } of events) last = response ?? last;
  return last;
}
