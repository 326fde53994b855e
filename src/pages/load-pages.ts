import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { StorageError } from "../domain/errors.ts";
import { errorCode, findPageFiles } from "./find-page-files.ts";
import type { Page, PageProblem } from "./page.ts";
import { readPage } from "./read-page.ts";

/**
 * Reads the pages at the paths, each a page or a folder of `.txt` pages, in order. Whatever could not be loaded stands
 * in `problems`, unreadable files included; the rest is loaded.
 * @throws {StorageError} where a path is missing, a folder holds no page, or no page at all could be read.
 */
export async function loadPages(
  paths: readonly string[],
): Promise<{ pages: readonly Page[]; problems: readonly PageProblem[] }> {
  const files = await findPageFiles(paths);
  const results = await Promise.all(files.map(loadPage));
  const pages = results.filter((result) => "entries" in result);
  if (pages.length === 0) {
    const reasons = results.filter((result) => "message" in result);
    throw new StorageError(
      `No page could be read:\n${reasons.map(({ file, message }) => `  ${file}: ${message}`).join("\n")}`,
    );
  }
  return { pages, problems: results.flatMap((result) => ("entries" in result ? result.problems : [result])) };
}

async function loadPage(path: string): Promise<Page | PageProblem> {
  const name = basename(path);
  const unreadable = (message: string): PageProblem => ({ file: name, line: 1, message });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(`the file can't be read (${errorCode(error)}): check what it is and who may read it`);
  }
  const text = decode(bytes);
  return text === undefined
    ? unreadable("the file is not text in UTF-8: save the page again as UTF-8 text")
    : readPage(name, text);
}

/** Undefined for what is not UTF-8. A NUL never occurs in text, but does in UTF-16 and in binary files. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
