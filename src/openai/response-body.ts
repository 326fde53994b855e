import type { UrlCitation } from "./cited-answer.ts";
import type { TokenCounts } from "./estimate-usage.ts";
import { MODEL } from "./served-model.ts";

/** A citation of the Responses API, flat where that of a chat completion is nested. */
export interface ResponseAnnotation extends UrlCitation {
  readonly type: "url_citation";
}

/** The one text of an answer. */
export interface OutputText {
  readonly type: "output_text";
  readonly text: string;
  readonly annotations: readonly ResponseAnnotation[];
  readonly logprobs: readonly never[];
}

/** The one message of an answer. */
export interface OutputMessage {
  readonly id: string;
  readonly type: "message";
  readonly role: "assistant";
  readonly status: "in_progress" | "completed" | "incomplete";
  readonly content: readonly OutputText[];
}

export interface ResponseUsage {
  readonly input_tokens: number;
  readonly input_tokens_details: { readonly cached_tokens: 0 };
  readonly output_tokens: number;
  readonly output_tokens_details: { readonly reasoning_tokens: 0 };
  readonly total_tokens: number;
}

type ResponseStatus = "in_progress" | "completed" | "incomplete" | "failed";

/** What is particular to an answer, and how far it is. */
export interface ResponseState {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly status: ResponseStatus;
  readonly output: readonly OutputMessage[];
  readonly usage?: ResponseUsage;
  /** What went wrong, for a person. */
  readonly failure?: string;
}

/** A `response` with every field that OpenAI's clients count on; the settings that Footnote has none of are at rest. */
export function responseBody({ id, created, status, output, usage, failure }: ResponseState) {
  return {
    id,
    object: "response" as const,
    created_at: created,
    status,
    error: failure === undefined ? null : { code: "server_error", message: failure },
    incomplete_details: status === "incomplete" ? { reason: "max_output_tokens" } : null,
    instructions: null,
    max_output_tokens: null,
    metadata: {},
    model: MODEL,
    output,
    parallel_tool_calls: false,
    previous_response_id: null,
    store: false,
    temperature: null,
    text: { format: { type: "text" } },
    tool_choice: "none",
    tools: [],
    top_p: null,
    truncation: "disabled",
    usage: usage ?? null,
  };
}
export type ResponseBody = ReturnType<typeof responseBody>;

/** The counts as the Responses API names them. */
export function responseUsage({ prompt, completion }: TokenCounts): ResponseUsage {
  return {
    input_tokens: prompt,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: completion,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: prompt + completion,
  };
}
