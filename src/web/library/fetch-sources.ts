import { fieldsOf, listOf, numberOf, textOf } from "../page/fields.ts";
import { fetchChecked } from "../stream/fetch-checked.ts";

/** A page that papers came from, with the number of papers. */
export interface LibrarySource {
  readonly name: string;
  readonly papers: number;
}

/**
 * The pages that the papers come from, by name.
 * @throws {RequestError} in words.
 */
export async function fetchSources(): Promise<readonly LibrarySource[]> {
  const response = await fetchChecked("/api/sources", { signal: new AbortController().signal });
  return listOf(fieldsOf(await response.json())["sources"]).flatMap(readSource);
}

function readSource(value: unknown): LibrarySource[] {
  const source = fieldsOf(value);
  const name = textOf(source["name"]);
  return name === undefined ? [] : [{ name, papers: numberOf(source["papers"]) ?? 0 }];
}
