import { createHash } from "node:crypto";
import { z } from "zod";
import { BadRequestError } from "../domain/errors.ts";

/** The list that a cursor walks through: a cursor of one list says nothing about another. */
export interface PaperList {
  readonly query: string | undefined;
  readonly sort: string;
}

const CursorSchema = z.tuple([z.int().min(0), z.string()]);

/** Where the next page of a list begins, as an opaque text that fits into an address. */
export function writeCursor(offset: number, list: PaperList): string {
  return Buffer.from(JSON.stringify([offset, fingerprint(list)])).toString("base64url");
}

/**
 * The offset that a cursor of this list stands for.
 * @throws {BadRequestError} where it is no cursor, or one of another list.
 */
export function readCursor(cursor: string, list: PaperList): number {
  const parsed = CursorSchema.safeParse(decode(cursor));
  if (!parsed.success || parsed.data[1] !== fingerprint(list)) {
    throw new BadRequestError(
      "The cursor doesn't belong to this list. Leave it out to start again, or send back the last nextCursor unchanged.",
    );
  }
  return parsed.data[0];
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Eight hex digits tell one person's lists apart; a cursor guards nothing that is secret. */
function fingerprint({ query, sort }: PaperList): string {
  return createHash("sha256")
    .update(JSON.stringify([sort, query]))
    .digest("hex")
    .slice(0, 8);
}
