import { open } from "node:fs/promises";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import { NO_TOKENS, type PaperTokens, tokensFromBytes, tokensToBytes } from "./paper-tokens.ts";

/** Where each paper's tokens lie in the file: its first byte and its length. */
export const TokenPlacesSchema = z.object({
  dimensions: z.number().int(),
  places: z.record(z.string(), z.tuple([z.number().int(), z.number().int()])),
});
export type TokenPlaces = z.infer<typeof TokenPlacesSchema>;

/** Writes the tokens of papers one behind the other, and gives where they lie. */
export async function writeTokenFile(
  file: string,
  papers: Iterable<readonly [paperId: string, tokens: PaperTokens]>,
  dimensions: number,
): Promise<TokenPlaces> {
  const places: TokenPlaces["places"] = {};
  const handle = await open(file, "w");
  try {
    let position = 0;
    for (const [paperId, tokens] of papers) {
      const bytes = tokensToBytes(tokens);
      await handle.write(bytes, 0, bytes.length, position);
      places[paperId] = [position, bytes.length];
      position += bytes.length;
    }
  } finally {
    await handle.close();
  }
  return { dimensions, places };
}

/** How long the file has to be at least. */
export function tokenFileBytes({ places }: TokenPlaces): number {
  return Object.values(places).reduce((end, [position, length]) => Math.max(end, position + length), 0);
}

/**
 * Reads the tokens of some papers, in their order; a paper without tokens gives none.
 * @throws {StorageError} where the file ends too early.
 */
export async function readTokens(
  file: string,
  { dimensions, places }: TokenPlaces,
  paperIds: readonly string[],
): Promise<readonly PaperTokens[]> {
  const handle = await open(file, "r");
  try {
    return await Promise.all(
      paperIds.map(async (paperId) => {
        const place = places[paperId];
        if (!place) return NO_TOKENS;
        const [position, length] = place;
        const bytes = new Uint8Array(length);
        const { bytesRead } = await handle.read(bytes, 0, length, position);
        if (bytesRead < length)
          throw new StorageError(`The index file ${file} ends before the tokens of ${paperId}.`);
        return tokensFromBytes(bytes, dimensions);
      }),
    );
  } finally {
    await handle.close();
  }
}
