import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for everything that the tests of a run write; it goes when they end. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-tests-"));
  process.env.TMPDIR = folder;
  return async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
