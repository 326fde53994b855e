import { z } from "zod";

/** More problems than these hide the first one, and a body of 2 MB can hold a great many. */
const MAX_ISSUES_SHOWN = 3;

/**
 * What is wrong with a piece of a request, one sentence a problem, naming fields and never repeating their values. A
 * schema's own message must go on from the name of its field: "needs a text".
 */
export function describeIssues(error: z.ZodError, whole: string): string {
  const shown = error.issues.slice(0, MAX_ISSUES_SHOWN).map((issue) => {
    const problem = describe(issue);
    return issue.path.length === 0
      ? `${whole.charAt(0).toUpperCase()}${whole.slice(1)} ${problem}.`
      : `In ${whole}, ${z.core.toDotPath(issue.path)} ${problem}.`;
  });
  const hidden = error.issues.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`And ${hidden} more such problems.`] : [])].join(" ");
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

const FORMATS: Readonly<Record<string, string>> = { date: "a date such as 2024-05-31" };

function describe(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${z.core.util.joinValues(issue.values, ", ")}`;
    case "invalid_format":
      return `must be ${FORMATS[issue.format] ?? `written as ${issue.format}`}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    default:
      return "can't be understood";
  }
}

function unitOf(origin: string): string {
  return origin === "string" ? " characters long" : origin === "array" ? " entries long" : "";
}
