import type { Context, Handler } from "hono";
import { z } from "zod";
import { BadRequestError, NotFoundError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import { MAX_QUESTION_CHARACTERS } from "../domain/question.ts";
import type { AddressOf } from "../stream/ui-message-stream.ts";
import { describeIssues } from "./describe-issues.ts";
import { quoted } from "./http-errors.ts";
import { paperAddresses } from "./paper-address.ts";
import { readCursor, writeCursor } from "./papers-cursor.ts";

/** A few screens of titles. */
const DEFAULT_LIMIT = 50;

const ListRequestSchema = z.object({
  query: z.string().trim().max(MAX_QUESTION_CHARACTERS).optional(),
  sort: z.enum(["title", "added", "relevance"]).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(DEFAULT_LIMIT),
});

interface PaperParts {
  readonly footnote: Footnote;
  readonly publicUrl: string | undefined;
}

/** `GET /api/papers`: the papers page by page, all of them or those that match a query. */
export function paperListRoute({ footnote, publicUrl }: PaperParts): Handler {
  return async (context: Context) => {
    const { cursor, limit, ...list } = readListRequest(context);
    const offset = cursor === undefined ? 0 : readCursor(cursor, list);
    const { signal } = context.req.raw;
    const { papers, total } = await footnote.listPapers({
      sort: list.sort,
      offset,
      limit,
      signal,
      ...(list.query !== undefined && { query: list.query }),
    });
    const next = offset + papers.length;
    const addressOf = paperAddresses(publicUrl, context.req.raw);
    return context.json({
      papers: papers.map((paper) => listRow(paper, addressOf)),
      total,
      ...(papers.length > 0 && next < total && { nextCursor: writeCursor(next, list) }),
    });
  };
}

/** `GET /api/papers/:paperId`: everything that is known about one paper. */
export function paperRoute({ footnote, publicUrl }: PaperParts): Handler {
  return async (context: Context) => {
    const paperId = context.req.param("paperId") ?? "";
    const paper = await footnote.findPaper(paperId);
    if (!paper) throw new NotFoundError(`There is no paper ${quoted(paperId)} here.`);
    const { title, abstract, rawAbstract, published, authors, sources } = paper;
    const url = paperAddresses(publicUrl, context.req.raw)(paper);
    return context.json({
      paperId: paper.paperId,
      title,
      abstract,
      rawAbstract,
      url,
      published,
      authors,
      sources,
    });
  };
}

function readListRequest(context: Context) {
  const parsed = ListRequestSchema.safeParse(context.req.query());
  if (!parsed.success) throw new BadRequestError(describeIssues(parsed.error, "the address"));
  const { query: asked, sort: wanted, cursor, limit } = parsed.data;
  const query = asked || undefined;
  const sort = wanted ?? (query === undefined ? "title" : "relevance");
  if (sort === "relevance" && query === undefined) {
    throw new BadRequestError("sort=relevance needs a query to be relevant to.");
  }
  return { query, sort, cursor, limit };
}

function listRow(paper: Paper, addressOf: AddressOf) {
  const { paperId, title, published, sources } = paper;
  return { paperId, title, url: addressOf(paper), published, sources };
}
