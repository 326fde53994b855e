import { fetchChecked } from "../stream/fetch-checked.ts";
import { RequestError } from "../stream/request-error.ts";
import { type Check, readCheck } from "./read-check.ts";

/** A sentence, and what it is to be checked against: papers, a text, or, with neither, all papers. */
export interface CheckRequest {
  readonly claim: string;
  readonly paperIds?: readonly string[];
  readonly text?: string;
}

/**
 * Has the server check a sentence.
 * @throws {RequestError} in words; what an abort throws passes through.
 */
export async function askCheck(request: CheckRequest, signal: AbortSignal): Promise<Check> {
  const response = await fetchChecked("/api/check", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  const check = readCheck(await response.json());
  if (!check) throw new RequestError("The server sent something that isn't a check. Try again.");
  return check;
}
