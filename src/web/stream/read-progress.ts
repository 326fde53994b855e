import { type Fields, numberOf } from "../page/fields.ts";
import type { IndexProgress } from "./answer-part.ts";

/** How far the index is; undefined where the fields don't say, or say nonsense. */
export function readProgress(fields: Fields): IndexProgress | undefined {
  const papersDone = numberOf(fields["papersDone"]);
  const papersTotal = numberOf(fields["papersTotal"]);
  if (papersDone === undefined || papersTotal === undefined || papersTotal <= 0) return undefined;
  return {
    papersDone,
    papersTotal,
    papersPerSecond: numberOf(fields["papersPerSecond"]),
    secondsLeft: numberOf(fields["secondsLeft"]),
  };
}
