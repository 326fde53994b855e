import type { Context, Handler } from "hono";
import { z } from "zod";
import { type ClaimEvidence, MAX_CLAIM_CHARACTERS, MAX_GIVEN_TEXT_CHARACTERS } from "../domain/claim.ts";
import { BadRequestError } from "../domain/errors.ts";
import type { Footnote } from "../domain/footnote.ts";
import type { AddressOf } from "../stream/ui-message-stream.ts";
import { paperAddresses } from "./paper-address.ts";
import { readBody } from "./read-body.ts";

/** More papers are a collection: leave `paperIds` out, and the nearest are looked for. */
const MAX_PAPERS = 50;

const CheckRequestSchema = z.object({
  claim: z.string().trim().min(1, "is empty: write a sentence to check").max(MAX_CLAIM_CHARACTERS),
  paperIds: z.array(z.string()).min(1).max(MAX_PAPERS).optional(),
  text: z.string().max(MAX_GIVEN_TEXT_CHARACTERS).optional(),
});

/** What a given text is called where a paper has its title. */
const GIVEN_TEXT = { paperId: "", title: "the given text", url: "" };

/** `POST /api/check`: whether a sentence is borne out by some papers, by a text, or by the collection. */
export function checkRoute(parts: {
  readonly footnote: Footnote;
  readonly publicUrl: string | undefined;
}): Handler {
  return async (context: Context) => {
    const request = context.req.raw;
    const asked = await readBody(request, CheckRequestSchema);
    if (asked.paperIds && asked.text !== undefined)
      throw new BadRequestError("Send either `paperIds` or `text` beside the claim, or neither.");
    const { evidence, ...check } = await parts.footnote.check(asked, { signal: request.signal });
    const addressOf = paperAddresses(parts.publicUrl, request);
    return context.json({ ...check, evidence: evidence.map((found) => evidenceRow(found, addressOf)) });
  };
}

function evidenceRow({ paper, quote, quoteStart, quoteEnd, score }: ClaimEvidence, addressOf: AddressOf) {
  const about = paper ? { paperId: paper.paperId, title: paper.title, url: addressOf(paper) } : GIVEN_TEXT;
  return { ...about, quote, quoteStart, quoteEnd, score };
}
