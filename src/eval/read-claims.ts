import { z } from "zod";
import type { ClaimVerdict } from "../domain/claim.ts";
import { StorageError } from "../domain/errors.ts";
import { readJsonLines } from "./read-json-lines.ts";

/** A labelled claim, and the paper of the collection, by its title, or the text that it is about. */
export interface LabelledClaim {
  readonly id: string;
  readonly claim: string;
  readonly label: ClaimVerdict;
  /** In what the claim was changed, or SciFact's label. */
  readonly change: string;
  readonly about: { readonly title: string } | { readonly text: string };
}

const CorpusClaimSchema = z
  .object({
    id: z.string().min(1),
    claim: z.string().min(1),
    paper: z.string().min(1),
    label: z.enum(["supported", "contradicted", "not_stated"]),
    change: z.string().default("none"),
  })
  .transform(
    ({ paper, label, ...rest }): LabelledClaim => ({
      ...rest,
      label: label === "not_stated" ? "not-stated" : label,
      about: { title: paper },
    }),
  );

const SCIFACT_LABELS = {
  SUPPORT: "supported",
  CONTRADICT: "contradicted",
  NOT_ENOUGH_INFO: "not-stated",
} as const;

const SciFactClaimSchema = z
  .object({
    claim_id: z.coerce.string(),
    doc_id: z.coerce.string(),
    claim: z.string().min(1),
    title: z.string(),
    sentences: z.array(z.string()),
    label: z.enum(["SUPPORT", "CONTRADICT", "NOT_ENOUGH_INFO"]),
  })
  .transform(
    ({ claim_id, doc_id, claim, title, sentences, label }): LabelledClaim => ({
      id: `${claim_id}/${doc_id}`,
      claim,
      label: SCIFACT_LABELS[label],
      change: label,
      about: { text: [title, sentences.map((sentence) => sentence.trim()).join(" ")].join("\n\n") },
    }),
  );

/**
 * Reads labelled claims in either layout: about papers of the collection, named by title, or SciFact's, which bring their
 * abstract as sentences.
 * @throws {StorageError} naming file and line where one can't be read or fits neither, or where there are none.
 */
export async function readClaims(file: string): Promise<readonly LabelledClaim[]> {
  const claims: LabelledClaim[] = [];
  const schema = z.union([CorpusClaimSchema, SciFactClaimSchema]);
  for await (const { value } of readJsonLines(file, schema)) claims.push(value);
  if (claims.length === 0) throw new StorageError(`${file} holds no claims.`);
  return claims;
}
