import type { Context, Handler } from "hono";
import { z } from "zod";
import { BadRequestError, NotFoundError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import type { Paper } from "../domain/paper.ts";
import { MAX_QUESTION_CHARACTERS } from "../domain/question.ts";
import { bibtexOf } from "../references/bibtex-of.ts";
import { cslOf } from "../references/csl-of.ts";
import { plainReference } from "../references/plain-reference.ts";
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

const PaperRequestSchema = z.object({ format: z.enum(["json", "bibtex", "csl", "text"]).default("json") });

interface PaperParts {
  readonly footnote: Footnote;
  readonly publicUrl: string | undefined;
}

/** `GET /api/papers`: the papers page by page, all of them or those that fit a query, best first; none where none fits. */
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

/** `GET /api/papers/:paperId`: everything that is known about one paper, or how to refer to it in the `format` asked for. */
export function paperRoute({ footnote, publicUrl }: PaperParts): Handler {
  return async (context: Context) => {
    const { format } = readRequest(context, PaperRequestSchema);
    const paperId = context.req.param("paperId") ?? "";
    const paper = await footnote.findPaper(paperId);
    if (!paper) throw new NotFoundError(`There is no paper ${quoted(paperId)} here.`);
    const url = paperAddresses(publicUrl, context.req.raw)(paper);
    if (format === "json") return context.json(everythingOf(paper, url));
    const { contentType, write } = REFERENCE_FORMATS[format];
    return context.body(await write(paper, url), 200, { "content-type": contentType });
  };
}

/** How a paper is referred to elsewhere: for LaTeX, for reference managers, and for people. */
const REFERENCE_FORMATS = {
  bibtex: { contentType: "application/x-bibtex; charset=utf-8", write: bibtexOf },
  csl: {
    contentType: "application/vnd.citationstyles.csl+json",
    write: async (paper: Paper, url: string) => JSON.stringify(cslOf(paper, url)),
  },
  text: {
    contentType: "text/plain; charset=utf-8",
    write: async (paper: Paper, url: string) => `${plainReference(paper, url)}\n`,
  },
} as const;

function everythingOf(paper: Paper, url: string) {
  const { paperId, title, abstract, rawAbstract, published, authors, sources } = paper;
  return { paperId, title, abstract, rawAbstract, url, published, authors, sources };
}

function readListRequest(context: Context) {
  const { query: asked, sort: wanted, cursor, limit } = readRequest(context, ListRequestSchema);
  const query = asked || undefined;
  const sort = wanted ?? (query === undefined ? "title" : "relevance");
  if (sort === "relevance" && query === undefined) {
    throw new BadRequestError("sort=relevance needs a query to be relevant to.");
  }
  return { query, sort, cursor, limit };
}

function readRequest<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(context.req.query());
  if (!parsed.success) throw new BadRequestError(describeIssues(parsed.error, "the address"));
  return parsed.data;
}

function listRow(paper: Paper, addressOf: AddressOf) {
  const { paperId, title, published, sources } = paper;
  return { paperId, title, url: addressOf(paper), published, sources };
}
