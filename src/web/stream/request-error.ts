/** A request that got no answer, or an answer of another kind than asked for; its message is for the reader. */
export class RequestError extends Error {
  override readonly name = "RequestError";
}
