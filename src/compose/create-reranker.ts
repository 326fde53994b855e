import { join } from "node:path";
import type { Config } from "../config.ts";
import { type CrossEncoder, createCrossEncoder } from "../models/cross-encoder.ts";

/** The cross-encoder that the configuration names, not loaded yet; undefined where it names none. */
export function createReranker(
  { rerankModel, dataDir }: Config,
  onNotice: (notice: string) => void,
): CrossEncoder | undefined {
  return rerankModel && createCrossEncoder(rerankModel, { cacheDir: join(dataDir, "models"), onNotice });
}
