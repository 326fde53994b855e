import { fieldsOf, textOf } from "../page/fields.ts";
import { RequestError } from "./request-error.ts";

const UNREACHABLE =
  "Footnote can't be reached. Look whether it still runs in its terminal (npm start), then try again.";

/**
 * Fetches from Footnote's own server; the response's status is 2xx.
 * @throws {RequestError} in words where the server can't be reached or refuses; what an abort throws passes through.
 */
export async function fetchChecked(
  path: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Response> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    init.signal.throwIfAborted();
    throw new RequestError(UNREACHABLE, { cause });
  });
  if (!response.ok) throw new RequestError(await refusalOf(response));
  return response;
}

/** The contract's `{ error: { message } }`; anything else, such as a proxy's page, is told by its status alone. */
async function refusalOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const message = textOf(fieldsOf(fieldsOf(body)["error"])["message"]);
  return message || `The server answered with status ${response.status}. Try again in a moment.`;
}
