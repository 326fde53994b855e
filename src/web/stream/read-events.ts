import { RequestError } from "./request-error.ts";

const END_OF_STREAM = "[DONE]";

/**
 * The JSON values that a body of server-sent events carries, one an event, until `[DONE]` or the body's end. Comments and
 * fields other than `data` are passed over, and an event that the end cuts off is left out. Leaving the loop ends the
 * request.
 * @throws {RequestError} where an event's data isn't JSON.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void> {
  let data: string[] = [];
  for await (const line of readLines(body)) {
    if (line.startsWith("data:")) {
      data.push(line.slice("data:".length).replace(/^ /, ""));
    } else if (line === "" && data.length > 0) {
      const text = data.join("\n");
      data = [];
      if (text === END_OF_STREAM) return;
      yield parseJson(text);
    }
  }
}

/** Lines end with \n, \r\n or \r, and any of these, like any character, may be split between two reads. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      rest += decoder.decode(value, { stream: true });
      // A \r at the very end may be half of \r\n, so it waits for the next read.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest.endsWith("\r")) yield rest.slice(0, -1);
  } finally {
    await reader.cancel();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError("The server sent something that can't be read. Try again.", { cause });
  }
}
