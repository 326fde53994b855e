/** What an arrow key brings into a box that is empty or shows an earlier question as it was; undefined for nothing. */
export function recall(key: string, shown: string, asked: readonly string[]): string | undefined {
  const questions = [...new Set(asked.toReversed())].reverse();
  const place = shown === "" ? questions.length : questions.indexOf(shown);
  if (place === -1) return undefined;
  if (key === "ArrowUp") return questions[Math.max(0, place - 1)];
  if (key === "ArrowDown" && shown !== "") return questions[place + 1] ?? "";
  return undefined;
}
