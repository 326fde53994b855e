import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const launcher = fileURLToPath(new URL("../../src/cli/launch.mjs", import.meta.url));

test.each([
  [["bogus"], 'There is no command "bogus". Footnote knows: serve, ingest, ask, evaluate.\n'],
  [["../cli/serve"], 'There is no command "../cli/serve". Footnote knows: serve, ingest, ask, evaluate.\n'],
  [[], "Name a command. Footnote knows: serve, ingest, ask, evaluate.\n"],
])("%j is no command, and those that are get named", async (argv, message) => {
  const finished = await new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...argv], (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    );
  });
  expect(finished).toEqual({ code: 2, stdout: "", stderr: message });
});
