const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?$/;
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** Reads a line such as `Jul 30` (returned as it stands) or `Jul 30, 2024` (as `2024-07-30`); undefined for any other. */
export function readDay(line: string): string | undefined {
  const [, monthName = "", day = "", year] = DAY.exec(line) ?? [];
  if (!MONTH_NAME.test(monthName) || Number(day) < 1 || Number(day) > 31) return undefined;
  if (year === undefined) return line;
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
