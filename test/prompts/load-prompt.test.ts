import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ANSWER_PLACEHOLDERS } from "../../src/answer/write-with-model.ts";
import { StorageError } from "../../src/domain/errors.ts";
import { loadPrompt } from "../../src/prompts/load-prompt.ts";
import { REWRITE_PLACEHOLDERS } from "../../src/question/rewrite-question.ts";

async function folderWith(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prompts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "greeting.md"), text);
  return folder;
}

test("fills both parts, a placeholder wherever it stands", async () => {
  const folder = await folderWith("Greet {{name}}.\n\n---\n\nI am {{name}} of {{town}}.\n---\nReally.\n");
  const prompt = await loadPrompt("greeting", ["name", "town"], folder);
  expect(prompt({ name: "Ada", town: "London" })).toEqual({
    system: "Greet Ada.",
    user: "I am Ada of London.\n---\nReally.",
  });
});

test("inserts values as they are, whatever they hold", async () => {
  const folder = await folderWith("{{name}}\n---\n{{town}}");
  const prompt = await loadPrompt("greeting", ["name", "town"], folder);
  const values = { name: "{{town}} $& $1 \\", town: "a\n---\nb {{name}}" };
  expect(prompt(values)).toEqual({ system: values.name, user: values.town });
});

test.each([
  ["lacks the placeholder {{town}}", "{{name}}\n---\n"],
  ["has the placeholder {{twon}}, which nothing fills", "{{name}}\n---\n{{town}} {{twon}}"],
  ["has the placeholder {{ name }}, which nothing fills", "{{name}} {{ name }}\n---\n{{town}}"],
  ["has no line ---", "{{name}} {{town}}"],
])("fails when it is loaded where the file %s", async (problem, text) => {
  const loading = loadPrompt("greeting", ["name", "town"], await folderWith(text));
  await expect(loading).rejects.toThrow(StorageError);
  await expect(loading).rejects.toThrow(problem);
});

test("names every problem of a file at once, and the file", async () => {
  const loading = loadPrompt("greeting", ["name"], await folderWith("{{nmae}}"));
  await expect(loading).rejects.toThrow(/greeting\.md has no line ---.*lacks.*\{\{name\}\}.*\{\{nmae\}\}/);
});

test("says which file can't be read", async () => {
  await expect(loadPrompt("farewell", [], await folderWith(""))).rejects.toThrow(
    /farewell\.md can't be read/,
  );
});

test.each([
  ["answer", ANSWER_PLACEHOLDERS],
  ["standalone-question", REWRITE_PLACEHOLDERS],
])("the prompt %s has the placeholders that the code fills", async (name, placeholders) => {
  await expect(loadPrompt<string>(name, placeholders)).resolves.toBeTypeOf("function");
});
