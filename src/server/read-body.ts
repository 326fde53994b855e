import type { z } from "zod";
import { BadRequestError } from "../domain/errors.ts";
import { describeIssues } from "./describe-issues.ts";
import { readLimitedText } from "./read-limited-text.ts";
import { NotJsonError } from "./refused-body.ts";

/**
 * The request's JSON body, checked by the schema. Other media types are refused unread: a form on a foreign page can't
 * send this one without asking first.
 * @throws {NotJsonError} where the body isn't announced as `application/json`.
 * @throws {TooLargeError} where it is larger than 2 MB.
 * @throws {BadRequestError} where it is no JSON or doesn't fit the schema, in words that name the field.
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const mediaType = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new NotJsonError("Send the request as JSON, with the header content-type: application/json.");
  }
  const parsed = schema.safeParse(parseJson(await readLimitedText(request)));
  if (!parsed.success) throw new BadRequestError(describeIssues(parsed.error, "the request's body"));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadRequestError("The request's body is not valid JSON.", { cause });
  }
}
