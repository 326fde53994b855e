import { TooLargeError } from "./refused-body.ts";

/** The contract's limit, far above a long conversation: what is larger was not written by a person. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * The text of a request's body.
 * @throws {TooLargeError} where it announces more than 2 MB, or turns out to have more.
 */
export async function readLimitedText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  let isTooLarge = Number(request.headers.get("content-length")) > MAX_BODY_BYTES;
  while (!isTooLarge) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    isTooLarge = size > MAX_BODY_BYTES;
    if (!isTooLarge) text += decoder.decode(value, { stream: true });
  }
  void discardRest(reader);
  throw new TooLargeError("The request is larger than 2 MB. Leave out the older messages.");
}

/**
 * Without this the rest of the body stands in the way of the connection's next request. Nobody waits for it: a client
 * that goes on sending is cut off by the server half a second after its answer.
 */
async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has been cut off, or has left; its answer is on its way or is not wanted.
  }
}
