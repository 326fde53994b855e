import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StorageError } from "../domain/errors.ts";

/**
 * Lists the page files that the paths name: a file stands for itself, a folder for its `.txt` files by name, without
 * those of folders inside it. A file named twice is listed once.
 * @throws {StorageError} where a path is missing, or a folder holds no `.txt` file.
 */
export async function findPageFiles(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0)
    throw new StorageError("No pages to load: name at least one page or folder of pages.");
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(path)));
  return [...new Map(files.map((file) => [resolve(file), file])).values()];
}

async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path);
    const pages = names.filter((name) => /^[^.].*\.txt$/i.test(name)).sort();
    if (pages.length > 0) return pages.map((name) => join(path, name));
  } catch (cause) {
    throw new StorageError(
      `There is no readable page or folder of pages at ${path} (${errorCode(cause)}): check the path, or save daily-papers pages there as .txt files.`,
      { cause },
    );
  }
  throw new StorageError(
    `The folder ${path} holds no page: save daily-papers pages there as .txt files, or name another folder.`,
  );
}

/** The system's short name for what went wrong, such as ENOENT. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
