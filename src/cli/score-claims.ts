import type { Config } from "../config.ts";
import { type ClaimRow, evaluateClaims } from "../eval/evaluate-claims.ts";
import { claimsJson, printClaims, printWrongClaims } from "../eval/print-claims.ts";
import { readClaims } from "../eval/read-claims.ts";
import type { EvaluateArguments } from "./evaluate-arguments.ts";
import { notice, print, showCount } from "./evaluate-output.ts";
import { openFootnote } from "./score-questions.ts";

/** Checks labelled claims and prints how many were judged right. */
export async function scoreClaimsFile(
  config: Config,
  file: string,
  { limit, isJson, isMarkdown }: Pick<EvaluateArguments, "limit" | "isJson" | "isMarkdown">,
  signal: AbortSignal,
): Promise<void> {
  const claims = (await readClaims(file)).slice(0, limit);
  const footnote = await openFootnote(config, signal);
  const rows: ClaimRow[] = [];
  for await (const row of evaluateClaims(claims, { footnote, signal })) {
    rows.push(row);
    showCount("Checked", rows.length, claims.length);
  }
  if (isJson) {
    print(JSON.stringify(claimsJson(rows), null, 2));
    return;
  }
  for (const line of printWrongClaims(rows)) notice(line);
  print(printClaims(rows, isMarkdown ? "markdown" : "plain"));
}
