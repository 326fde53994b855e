const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A date as one reads it: `2024-07-30` becomes `30 July 2024`, `Jul 30` becomes `30 July`; anything else stays as it is. */
export function dateWords(date: string): string {
  const [, abbreviated, dayOfMonth] = /^([A-Z][a-z]{2}) (\d{1,2})$/.exec(date) ?? [];
  const monthOfDay = abbreviated && MONTHS.find((month) => month.startsWith(abbreviated));
  if (monthOfDay) return `${Number(dayOfMonth)} ${monthOfDay}`;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** When a paper came out, or else when a page featured it; undefined where neither is known. */
export function paperDate({
  published,
  featuredOn,
}: {
  readonly published?: string | undefined;
  readonly featuredOn?: string | undefined;
}): string | undefined {
  if (published) return dateWords(published);
  return featuredOn ? `featured ${dateWords(featuredOn)}` : undefined;
}
