import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { samplePage, temporaryFolder } from "../fixtures/collection.ts";
import { createEmbeddingsUpstream, embeds, letterVector } from "../upstream/create-embeddings-upstream.ts";
import { run, start } from "./processes.ts";

/** The commands as processes: what a person sees, and the exit code that a script sees. */
let folder: string;
let environment: { readonly SEEDS_DIR: string; readonly DATA_DIR: string; readonly PORT: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  const seedsDir = join(folder, "seeds of mine");
  await mkdir(seedsDir);
  await writePage(join(seedsDir, "page.txt"), 4);
  environment = { SEEDS_DIR: seedsDir, DATA_DIR: join(folder, "data"), PORT: "0" };
  const { code, stderr } = await run("ingest", [], environment);
  expect(stderr).toContain("4 of 4 papers");
  expect(code).toBe(0);
});

async function writePage(file: string, count: number, from = 0): Promise<void> {
  const { entries } = await samplePage(from + count);
  const text = entries
    .slice(from)
    .map(({ title, abstract }) => `${title}\n\n${abstract}\n`)
    .join("\n");
  await writeFile(file, text);
}

describe("ingest", () => {
  test("says that nothing was to be done when nothing was", async () => {
    const { code, stdout } = await run("ingest", [], environment);
    expect(stdout).toMatch(/up to date already: 4 papers/u);
    expect(code).toBe(0);
  });

  test("adds the pages that are named, from a path with a space in it", async () => {
    const file = join(folder, "one more.txt");
    await writePage(file, 2, 4);
    const dataDir = join(folder, "data of this test");
    const { code, stdout } = await run("ingest", [file], { ...environment, DATA_DIR: dataDir });
    expect(stdout).toMatch(/updated: 2 papers/u);
    expect(code).toBe(0);
  });

  test.each([
    ["a missing page", ["nowhere.txt"], 1, /nowhere\.txt/u],
    ["an address", ["https://example.org/papers"], 2, /save the page as text/u],
    ["an unknown option", ["--fast"], 2, /--fast.*npm run ingest/su],
  ])("%s gets a message and an exit code", async (_, argv, expectedCode, message) => {
    const { code, stderr } = await run("ingest", argv, environment);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(code).toBe(expectedCode);
  });

  test("a page with a broken entry is named by file and line, and the rest loads", async () => {
    const pages = join(folder, "broken");
    await mkdir(pages);
    const { entries } = await samplePage(2);
    const [first, second] = entries;
    const lines = [
      first?.title,
      first?.abstract,
      "A Title Without Its Abstract",
      second?.title,
      second?.abstract,
    ];
    await writeFile(join(pages, "broken.txt"), lines.join("\n\n"));
    const { code, stdout, stderr } = await run("ingest", [pages], {
      ...environment,
      DATA_DIR: join(folder, "d3"),
    });
    expect(stderr).toMatch(/broken\.txt, line 5: /u);
    expect(stdout).toMatch(/2 papers/u);
    expect(code).toBe(0);
  });

  test("a page that holds no paper is no success", async () => {
    const file = join(folder, "empty.txt");
    await writeFile(file, "new\n\nSubscribe\n");
    const { code, stderr } = await run("ingest", [file], environment);
    expect(stderr).toMatch(/No paper was found in .*empty\.txt/u);
    expect(code).toBe(1);
  });

  test("an embedding model without the late stage says so once", async () => {
    const upstream = await createEmbeddingsUpstream(embeds(letterVector));
    const { code, stderr } = await run("ingest", [], {
      ...environment,
      DATA_DIR: join(folder, "data of letters"),
      EMBEDDING_MODEL: `letters@${upstream.baseUrl}`,
    });
    await upstream.close();
    expect(stderr.match(/letters:.*without the late stage/gu)).toHaveLength(1);
    expect(code).toBe(0);
  });

  test("a data folder that can't be written is named, with what to do", async () => {
    const file = join(folder, "not-a-folder");
    await writeFile(file, "");
    const { code, stderr } = await run("ingest", [], { ...environment, DATA_DIR: file });
    expect(stderr).toMatch(/data folder .*not-a-folder can't be written.*DATA_DIR/u);
    expect(code).toBe(1);
  });
});

describe("ask", () => {
  test("answers in the terminal with markers and the papers behind them", async () => {
    const { code, stdout } = await run(
      "ask",
      ["Which", "speech model can listen while it is speaking?"],
      environment,
    );
    expect(stdout).toMatch(/“.+” \[1\]/u);
    expect(stdout).toContain("[1] Language Model Can Listen While Speaking");
    expect(code).toBe(0);
  });

  test("prints JSON whose quotes stand at their offsets", async () => {
    const { code, stdout } = await run("ask", ["--json", "What is Cybench?"], environment);
    const answer = z
      .object({
        answer: z.string(),
        outcome: z.object({ kind: z.literal("answered") }),
        citations: z.array(
          z.object({ paperId: z.string(), quoteStart: z.number(), quoteEnd: z.number(), quote: z.string() }),
        ),
        model: z.literal("quoting"),
      })
      .parse(JSON.parse(stdout));
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { paperId, quote, quoteStart, quoteEnd } of answer.citations) {
      expect(paperId).toMatch(/^cybench-/u);
      expect(quote).toHaveLength(quoteEnd - quoteStart);
    }
    expect(code).toBe(0);
  });

  test.each([
    ["no question", [], /no question/u],
    ["a blank question", ["  "], /no question/u],
    ["a question of 20,000 characters", ["x".repeat(20_000)], /20,?000 characters; at most 8,?000/u],
  ])("%s is refused with exit code 2", async (_, argv, message) => {
    const { code, stderr } = await run("ask", argv, environment);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test("without pages and without an index it says which folder is missing, with exit code 1", async () => {
    const missing = { SEEDS_DIR: join(folder, "nowhere"), DATA_DIR: join(folder, "d5") };
    const { code, stderr } = await run("ask", ["What is Cybench?"], missing);
    expect(stderr).toContain("nowhere");
    expect(code).toBe(1);
  });

  test("a model that can't be reached is told in words, with exit code 1", async () => {
    const { code, stderr } = await run("ask", ["What is Cybench?"], {
      ...environment,
      OPENAI_BASE_URL: "http://127.0.0.1:9",
      CHAT_MODEL: "m",
    });
    expect(stderr).toMatch(/127\.0\.0\.1:9/u);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  test("every problem of the configuration is told at once", async () => {
    const { code, stderr } = await run("ask", ["What is Cybench?"], {
      PORT: "x",
      PUBLIC_URL: "y",
      CHAT_MODEL: "z",
    });
    for (const name of ["PORT", "PUBLIC_URL", "CHAT_MODEL"]) expect(stderr).toContain(name);
    expect(code).toBe(1);
  });
});

describe("serve", () => {
  test("listens at once, becomes ready, answers, and ends when it is told to", async () => {
    const server = start("serve", [], environment);
    const [, address = ""] = await server.prints(/listens on (http:\S+)/u);
    await server.prints(/Ready: 4 papers\. Model: quoting\./u);
    const ready = await fetch(`${address}/ready`);
    expect(ready.status).toBe(200);
    expect((await fetch(address)).headers.get("content-type")).toMatch(/html/u);
    const question = { messages: [{ role: "user", content: "What is Cybench?" }] };
    const answer = await fetch(`${address}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
    });
    expect(await answer.text()).toMatch(/"source-url".*\[DONE\]/su);
    server.child.kill("SIGTERM");
    expect((await server.finished).code).toBe(0);
  });

  test("a taken port is named, with what to do", async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, "127.0.0.1", () => {
        const address = holder.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { code, stderr } = await run("serve", [], { ...environment, PORT: String(port) });
    holder.close();
    expect(stderr).toMatch(new RegExp(`port ${port} is taken.*PORT`, "u"));
    expect(code).toBe(1);
  });

  test("without pages and without an index it says so and still serves the page", async () => {
    const empty = join(folder, "no pages");
    await mkdir(empty);
    const server = start("serve", [], { SEEDS_DIR: empty, DATA_DIR: join(folder, "d4"), PORT: "0" });
    const [, address = ""] = await server.prints(/listens on (http:\S+)/u);
    await server.prints(/no pages/u);
    const ready = await fetch(`${address}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain("no pages");
    server.child.kill("SIGTERM");
    expect((await server.finished).code).toBe(0);
  });

  test("a data folder that can't be written ends the server with a message", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const { code, stderr } = await run("serve", [], { ...environment, DATA_DIR: file });
    expect(stderr).toMatch(/can't be written.*DATA_DIR/u);
    expect(code).toBe(1);
  });
});

test("a Node too old for TypeScript says what to do", async () => {
  const launch = await readFile(new URL("../../src/cli/launch.mjs", import.meta.url), "utf8");
  const script = `Object.defineProperty(process, "versions", { value: { node: "20.20.2" } });\n${launch}`;
  const { code, stderr } = await new Promise<{ code: number | null; stderr: string }>((resolve) => {
    execFile(process.execPath, ["--input-type=module", "--eval", script, "serve"], (error, _, text) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stderr: text });
    });
  });
  expect(stderr).toMatch(/runs on Node 24\.12 or newer, and this is Node 20\.20\.2.*npm ci/su);
  expect(code).toBe(1);
});
