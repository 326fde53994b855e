import { z } from "zod";

/** More problems than these hide the first one, and a body of 2 MB can hold a great many. */
const MAX_ISSUES_SHOWN = 3;

/** What is wrong with a piece of a request, one sentence a problem, naming fields and never repeating their values. */
export function describeIssues(error: z.ZodError, whole: string): string {
  const shown = error.issues.slice(0, MAX_ISSUES_SHOWN).map((issue) => {
    const place = issue.path.length === 0 ? whole : `${z.core.toDotPath(issue.path)} in ${whole}`;
    return `${place}: ${issue.message}.`;
  });
  const hidden = error.issues.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`And ${hidden} more such problems.`] : [])].join(" ");
}
