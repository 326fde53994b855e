/** Year, month and day of a date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as it goes; undefined for anything else. */
export function publishedDate(
  published: string | undefined,
): readonly [number] | readonly [number, number] | readonly [number, number, number] | undefined {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)/u.exec(published ?? "");
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  if (!year) return undefined;
  if (!month) return [year];
  return day ? [year, month, day] : [year, month];
}
