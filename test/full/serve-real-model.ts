import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { type RealModel, setUpRealModel } from "./set-up-real-model.ts";

/** Room for the rules, the evidence of six papers and an answer. */
const CONTEXT_TOKENS = 4_096;
const SECONDS_TO_LOAD = 120;
/** A small model that has lost its way writes until its room is full. */
const MAX_TOKENS = 96;

/**
 * llama.cpp's OpenAI-compatible server on a free port of this machine, once it answers, behind a door that bounds what is
 * written and takes its choice of words from it: the same question gets the same answer.
 */
export async function serveRealModel({ python, weights }: RealModel) {
  const port = await freePort();
  const given = [
    "--model",
    weights,
    "--port",
    String(port),
    "--n_ctx",
    String(CONTEXT_TOKENS),
    "--n_threads",
    "2",
  ];
  const model = spawn(python, ["-m", "llama_cpp.server", ...given], { stdio: "ignore" });
  const upstream = `http://127.0.0.1:${port}`;
  const door = createServer((request, response) => {
    pass(request, response, upstream).catch(() => response.destroy());
  });
  const close = async () => {
    door.closeAllConnections();
    door.close();
    if (model.exitCode === null && model.kill("SIGKILL")) await once(model, "exit");
  };
  await once(door.listen(0, "127.0.0.1"), "listening");
  for (let second = 0; second < SECONDS_TO_LOAD; second += 1) {
    if (await isUp(upstream)) return { baseUrl: `http://127.0.0.1:${portOf(door)}/v1`, close };
    await setTimeout(1_000);
  }
  await close();
  throw new Error("The model's server did not start.");
}

async function pass(request: IncomingMessage, response: ServerResponse, upstream: string): Promise<void> {
  const asked = JSON.parse(await text(request));
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const answer = await fetch(`${upstream}${request.url}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...asked, max_tokens: MAX_TOKENS, temperature: 0 }),
    signal: gone.signal,
  });
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
  for await (const bytes of answer.body ?? []) response.write(bytes);
  response.end();
}

async function isUp(upstream: string): Promise<boolean> {
  return await fetch(`${upstream}/v1/models`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

// By hand: `node test/full/serve-real-model.ts` serves until it is stopped, and says what to set.
if (import.meta.main) {
  const model = await setUpRealModel();
  const told =
    "missing" in model ? model.missing : `OPENAI_BASE_URL=${(await serveRealModel(model)).baseUrl}`;
  process.stdout.write(`${told}\n`);
}
