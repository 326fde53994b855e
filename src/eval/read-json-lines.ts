import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { StorageError } from "../domain/errors.ts";

/** One line of a file, checked; `line` counts from 1. */
export interface JsonLine<Value> {
  readonly line: number;
  readonly value: Value;
}

/**
 * Reads a file of JSON lines, gzipped where its name ends in `.gz`; empty lines are skipped.
 * @throws {StorageError} naming file and line where one can't be read or doesn't fit the schema.
 */
export async function* readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): AsyncGenerator<JsonLine<z.infer<Schema>>> {
  for await (const { line, text } of readLines(file)) {
    const parsed = schema.safeParse(parseLine(text, file, line));
    if (!parsed.success) throw new StorageError(`${file}, line ${line}: ${describe(parsed.error)}.`);
    yield { line, value: parsed.data };
  }
}

/**
 * The lines of a file that are not empty, gzipped where its name ends in `.gz`.
 * @throws {StorageError} where the file can't be read.
 */
export async function* readLines(
  file: string,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let line = 0;
  let rest = "";
  for await (const piece of readPieces(file)) {
    const texts = (rest + piece).split(/\r?\n/u);
    rest = texts.pop() ?? "";
    for (const text of texts) {
      line += 1;
      if (text.trim() !== "") yield { line, text };
    }
  }
  if (rest.trim() !== "") yield { line: line + 1, text: rest };
}

async function* readPieces(file: string): AsyncGenerator<string> {
  try {
    for await (const piece of openText(file)) yield String(piece);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError(`${file} can't be read (${why}): check the path and the rights to it.`, { cause });
  }
}

function openText(file: string): Readable {
  const bytes = createReadStream(file);
  if (!file.endsWith(".gz")) return bytes.setEncoding("utf8");
  const unpacked = bytes.pipe(createGunzip());
  // A pipe doesn't pass errors on.
  bytes.once("error", (error) => unpacked.destroy(error));
  return unpacked.setEncoding("utf8");
}

function parseLine(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new StorageError(`${file}, line ${line}: this is not a JSON object on one line.`, { cause });
  }
}

function describe({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join("; ");
}
