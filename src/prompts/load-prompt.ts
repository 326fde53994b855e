import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { StorageError } from "../domain/errors.ts";

/** What a chat model is told, and what it is asked. */
export interface PromptText {
  readonly system: string;
  readonly user: string;
}

/** Fills a prompt's placeholders. The values are data: a placeholder in one of them stays as it is. */
export type Prompt<Name extends string> = (values: Readonly<Record<Name, string>>) => PromptText;

const PROMPTS_FOLDER = fileURLToPath(new URL("../../prompts/", import.meta.url));
const PLACEHOLDER = /\{\{(.*?)\}\}/g;
/** The first such line parts what the model is told from what it is asked. */
const DIVIDER = /^---$/m;

/**
 * Reads `<name>.md` from `prompts/`: Markdown with `{{placeholders}}`, a line `---` between its two parts.
 * @throws {StorageError} naming the file, where it can't be read, has not two parts, lacks one of the placeholders or has
 * one that nothing fills.
 */
export async function loadPrompt<Name extends string>(
  name: string,
  placeholders: readonly Name[],
  folder: string = PROMPTS_FOLDER,
): Promise<Prompt<Name>> {
  const file = join(folder, `${name}.md`);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new StorageError(`The prompt ${file} can't be read. Restore it from the repository.`, { cause });
  });
  const problems = problemsOf(text, placeholders);
  if (problems.length > 0) throw new StorageError(`The prompt ${file} ${problems.join(", and ")}.`);

  const [system = "", user = ""] = split(text);
  return (values) => {
    const known = new Map(Object.entries<string>(values));
    const fill = (part: string) => part.replace(PLACEHOLDER, (_, key: string) => known.get(key) ?? "");
    return { system: fill(system), user: fill(user) };
  };
}

function problemsOf(text: string, placeholders: readonly string[]): readonly string[] {
  const used = new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""));
  const missing = placeholders.filter((placeholder) => !used.has(placeholder));
  const unknown = [...used].filter((placeholder) => !placeholders.includes(placeholder));
  return [
    ...(split(text).length < 2
      ? ["has no line --- between what the model is told and what it is asked"]
      : []),
    ...missing.map((placeholder) => `lacks the placeholder {{${placeholder}}}`),
    ...unknown.map((placeholder) => `has the placeholder {{${placeholder}}}, which nothing fills`),
  ];
}

/** Only the first divider counts. */
function split(text: string): readonly string[] {
  const divider = DIVIDER.exec(text);
  if (!divider) return [text];
  return [text.slice(0, divider.index).trim(), text.slice(divider.index + divider[0].length).trim()];
}
