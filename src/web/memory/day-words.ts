import { dateWords } from "../page/date-words.ts";

/** The day of a time, in milliseconds since 1970, where the reader is: `30 July 2024`. */
export function dayWords(time: number): string {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return dateWords(`${date.getFullYear()}-${month}-${day}`);
}
