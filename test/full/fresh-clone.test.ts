import { type ChildProcess, execFile, spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { EnvironmentSchema } from "../../src/config.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

/** What a newcomer does, in a folder with a space in its name: clone, the two commands of the README, ask, start again. */
const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const servers: ChildProcess[] = [];
let clone: string;

/** What a shell of this machine has: without Footnote's settings, and without what npm and vitest add to a script's environment. */
const environment = Object.fromEntries(
  Object.entries(process.env)
    .filter(
      ([name]) =>
        !(name in EnvironmentSchema.shape) &&
        !/^(?:npm_|VITEST|TEST|NODE_OPTIONS|NODE_ENV|INIT_CWD)/u.test(name),
    )
    .map(([name, value]) => [name, name === "PATH" ? withoutPackages(value ?? "") : value]),
);

/** npm puts the binaries of its packages first: a newcomer has the machine's own Node there. */
function withoutPackages(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules") && !folder.includes("node-gyp-bin"))
    .join(delimiter);
}

beforeAll(async () => {
  clone = join(await temporaryFolder(), "a fresh clone");
  await execute("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
  await execute("npm", ["ci", "--no-audit", "--no-fund"], { cwd: clone, env: environment });
}, 300_000);

afterAll(() => {
  const running = servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  for (const { pid } of running) if (pid) process.kill(-pid, "SIGKILL");
});

interface Started {
  readonly address: string;
  readonly listeningMs: number;
  readonly readyMs: number;
  readonly printed: string;
}

/** `npm start` on a free port, until it says that it is ready. */
async function npmStart(): Promise<Started & { stop(): Promise<void> }> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], { cwd: clone, env: { ...environment, PORT: "0" }, detached: true });
  servers.push(child);
  let printed = "";
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      heard.dispatchEvent(new Event("print"));
    });
  }
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const sees = (expected: RegExp) =>
    new Promise<readonly [string, number]>((resolve, reject) => {
      const look = () => {
        const found = expected.exec(printed);
        if (found) resolve([found[1] ?? "", performance.now() - startedAt]);
      };
      heard.addEventListener("print", look);
      child.once("close", () => reject(new Error(`npm start ended: ${printed}`)));
      look();
    });
  const [address, listeningMs] = await sees(/listens on (http:\S+)/u);
  const [, readyMs] = await sees(/Ready: (\d+) papers/u);
  return {
    address,
    listeningMs,
    readyMs,
    printed,
    stop: async () => {
      if (child.pid) process.kill(-child.pid, "SIGTERM");
      await closed;
    },
  };
}

const PaperListSchema = z.object({
  papers: z.array(z.object({ paperId: z.string(), title: z.string() })),
  total: z.number(),
  nextCursor: z.string().optional(),
});

async function allPapers(address: string): Promise<z.infer<typeof PaperListSchema>["papers"]> {
  const papers: z.infer<typeof PaperListSchema>["papers"] = [];
  let cursor = "";
  do {
    const page = PaperListSchema.parse(
      await (await fetch(`${address}/api/papers?limit=100${cursor}`)).json(),
    );
    expect(page.total).toBe(320);
    papers.push(...page.papers);
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : "";
  } while (cursor);
  return papers;
}

async function post(address: string, path: string, body: unknown): Promise<Response> {
  return await fetch(`${address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

test("npm start serves 320 papers, and each is first in a search for its own title", async () => {
  const server = await npmStart();
  expect(server.printed).toMatch(/320 of 320 papers/u);
  const papers = await allPapers(server.address);
  expect(new Set(papers.map(({ paperId }) => paperId)).size).toBe(320);
  const misplaced: string[] = [];
  for (const { paperId, title } of papers) {
    const found = await (await post(server.address, "/api/search", { query: title, k: 1 })).json();
    const [first] = z.object({ results: z.array(z.object({ paperId: z.string() })) }).parse(found).results;
    if (first?.paperId !== paperId) misplaced.push(title);
  }
  expect(misplaced).toEqual([]);

  const answer = await (
    await post(server.address, "/api/chat", { messages: [{ role: "user", content: "What is R-Tuning?" }] })
  ).text();
  const order = [
    '"start"',
    '"data-status"',
    '"text-start"',
    '"source-url"',
    '"text-delta"',
    '"data-citation"',
    '"text-end"',
    '"data-outcome"',
    '"finish"',
    "[DONE]",
  ];
  const places = order.map((part) => answer.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  const { title } = papers.find(({ paperId }) => paperId.startsWith("r-tuning")) ?? {};
  expect(answer).toContain(title);
  await server.stop();

  // The second start finds the index made.
  const again = await npmStart();
  expect(again.printed).not.toMatch(/Indexing/u);
  expect(again.listeningMs).toBeLessThan(2000);
  expect(again.readyMs).toBeLessThan(4000);
  await again.stop();
}, 300_000);

test("npm test passes there", async () => {
  const { stdout } = await execute("npm", ["test"], { cwd: clone, env: environment, maxBuffer: 1e8 });
  expect(stdout).toMatch(/Tests.*\d+ passed/u);
  expect(stdout).not.toMatch(/Tests.*\d+ failed/u);
}, 300_000);
