import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { StorageError } from "../../src/domain/errors.ts";
import { withWriterLock } from "../../src/index/writer-lock.ts";
import { temporaryFolder } from "../fixtures/collection.ts";

const MODULE = fileURLToPath(new URL("../../src/index/writer-lock.ts", import.meta.url));

function options(onWait: () => void = () => {}) {
  return { signal: new AbortController().signal, onWait };
}

/** Another process that takes the lock, says so and keeps it until it is killed. */
async function otherWriter(folder: string) {
  const program = `
    const { withWriterLock } = await import(${JSON.stringify(MODULE)});
    const options = { signal: new AbortController().signal, onWait: () => {} };
    await withWriterLock(${JSON.stringify(folder)}, options, async () => {
      process.stdout.write("writing");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const writer = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(writer.stdout, "data");
  return {
    async kill() {
      const exit = once(writer, "exit");
      writer.kill("SIGKILL");
      await exit;
    },
  };
}

/** Writers that note when they begin and end, all started at once. */
async function race(folder: string, count: number): Promise<readonly string[]> {
  const steps: string[] = [];
  const write = (writer: number) => async () => {
    steps.push(`${writer} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    steps.push(`${writer} ends`);
  };
  await Promise.all(
    Array.from({ length: count }, (_, writer) => withWriterLock(folder, options(), write(writer))),
  );
  return steps;
}

function expectOneAtATime(steps: readonly string[], count: number): void {
  expect(steps).toHaveLength(2 * count);
  for (let step = 0; step < steps.length; step += 2) {
    expect(steps[step + 1]).toBe(steps[step]?.replace("begins", "ends"));
  }
}

test("leaves nothing behind", async () => {
  const folder = join(await temporaryFolder(), "not", "there", "yet");
  expect(await withWriterLock(folder, options(), async () => readdir(folder))).toEqual([
    "writer.json",
    "writer.lock",
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "a folder that can't be made fails at once, with what to do",
  { timeout: 3000 },
  async () => {
    const failure = withWriterLock("/proc/footnote/data", options(), async () => {});
    await expect(failure).rejects.toThrow(StorageError);
    await expect(failure).rejects.toThrow(/\/proc\/footnote\/data can't be written: .*DATA_DIR/);
  },
);

test("the lock of a writer that was killed is taken over at once, one writer at a time", async () => {
  const folder = await temporaryFolder();
  const writer = await otherWriter(folder);
  await writer.kill();
  expect(await readdir(folder)).toContain("writer.lock");
  const waits: string[] = [];
  await withWriterLock(
    folder,
    options(() => waits.push("waited")),
    async () => {},
  );
  expect(waits).toEqual([]);

  await (await otherWriter(folder)).kill();
  expectOneAtATime(await race(folder, 5), 5);
});

test("a writer that is alive keeps its lock until it is gone", async () => {
  const folder = await temporaryFolder();
  const writer = await otherWriter(folder);
  const events: string[] = [];
  const waiting = withWriterLock(
    folder,
    options(() => events.push("waits")),
    async () => events.push("writes"),
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(events).toEqual(["waits"]);
  await writer.kill();
  await waiting;
  expect(events).toEqual(["waits", "writes"]);
});

test.each(["another host", "", "not JSON"])(
  "a lock whose owner can't be judged (%j) is not taken over",
  async (host) => {
    const folder = await temporaryFolder();
    const owner = host === "not JSON" ? host : JSON.stringify({ pid: 2 ** 22 + 1, host });
    await mkdir(join(folder, "writer.lock"));
    await writeFile(join(folder, "writer.json"), owner);
    const leave = new AbortController();
    const onWait = () => leave.abort(new Error("left"));
    await expect(withWriterLock(folder, { signal: leave.signal, onWait }, async () => {})).rejects.toThrow(
      /aborted/,
    );
    expect((await readdir(folder)).sort()).toEqual(["writer.json", "writer.lock"]);
    expect(await readFile(join(folder, "writer.json"), "utf8")).toBe(owner);
  },
);
