import { createHash } from "node:crypto";

/** Hexadecimal digits of a boundary: too many to guess, few enough to read. */
const BOUNDARY_LENGTH = 12;

/**
 * A word that marks where quoted text begins and ends in a prompt. It is taken from the hash of the text, so that whoever
 * wrote the text can't have put the right one into it, and the same prompt is the same each time.
 */
export function boundaryFor(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, BOUNDARY_LENGTH);
}
