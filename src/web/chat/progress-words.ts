import { roughDuration } from "../page/duration-words.ts";
import type { IndexProgress } from "../stream/answer-part.ts";

/** How far the index is, in words: `118 of 320 papers read, 13 a second, about 20 seconds left`. */
export function progressWords({
  papersDone,
  papersTotal,
  papersPerSecond,
  secondsLeft,
}: IndexProgress): string {
  const rate = papersPerSecond
    ? `${papersPerSecond < 10 ? papersPerSecond.toFixed(1) : Math.round(papersPerSecond)} a second`
    : undefined;
  const left = secondsLeft === undefined ? undefined : `${roughDuration(secondsLeft)} left`;
  return [`${papersDone} of ${papersTotal} papers read`, rate, left].filter((part) => part).join(", ");
}
