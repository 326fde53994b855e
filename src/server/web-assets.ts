import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { reachableModules } from "./reachable-modules.ts";
import { stripTypes } from "./strip-types.ts";

export type PageName = "chat" | "papers" | "paper";

export interface Asset {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Changes with the content; quoted, as the header wants it. */
  readonly etag: string;
}

/** What the browser gets: three shells without data, and the files behind `/assets/`. */
export interface WebAssets {
  page(name: PageName): { readonly body: string; readonly etag: string };
  /** By its path below `/assets/`; undefined for whatever is not on the list made at start. */
  asset(path: string): Asset | undefined;
  readonly contentSecurityPolicy: string;
}

const WEB_FOLDER = fileURLToPath(new URL("../web/", import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Libraries as their packages ship them for the browser, by the name that our modules import them by. */
const LIBRARIES = ["marked", "dompurify", "katex", "idb"] as const;

/** What else KaTeX takes: its style sheet, and the fonts that this names, in the one form that every browser reads. */
const KATEX_FILE = /^(?:katex\.min\.css|fonts[\\/][\w-]+\.woff2)$/;

/** What a shell carries in the place of the import map. */
const EMPTY_IMPORT_MAP = '{ "imports": {} }';

/** Where a shell starts its own module; what that imports is named before it. */
const ENTRY = /(?<indent>[ ]*)<script type="module" src="\/assets\/(?<entry>[^"]+)">/;

/** Reads the shells and lists the assets, which are read when asked for. Needs about 20 ms. */
export async function loadWebAssets(): Promise<WebAssets> {
  const importMap = JSON.stringify({
    imports: Object.fromEntries(LIBRARIES.map((name) => [name, `/assets/lib/${name}.js`])),
  });
  const files = await listFiles();
  const pages = {
    chat: await readShell("chat", importMap, files),
    papers: await readShell("papers", importMap, files),
    paper: await readShell("paper", importMap, files),
  };
  const strippedByEtag = new Map<string, string>();
  return {
    page: (name) => pages[name],
    asset: (path) => {
      const file = files.get(path);
      return file === undefined ? undefined : readAsset(file, strippedByEtag);
    },
    contentSecurityPolicy: contentSecurityPolicy(importMap),
  };
}

async function readShell(
  name: PageName,
  importMap: string,
  files: ReadonlyMap<string, string>,
): Promise<{ body: string; etag: string }> {
  const shell = await readFile(`${WEB_FOLDER}${name}.html`, "utf8");
  const body = shell
    .replace(EMPTY_IMPORT_MAP, () => importMap)
    .replace(ENTRY, (script, indent: string, entry: string) =>
      [...preloads(entry, files).map((link) => `${indent}${link}`), script].join("\n"),
    );
  return { body, etag: etagOf(body) };
}

/** Without them a browser would learn of each module only from the one that imports it, a dozen round trips deep. */
function preloads(entry: string, files: ReadonlyMap<string, string>): readonly string[] {
  const read = (path: string) => {
    const file = files.get(path);
    return file?.endsWith(".ts") ? readFileSync(file, "utf8") : undefined;
  };
  const [, ...imported] = reachableModules(entry, read, (library) => `lib/${library}.js`);
  return imported.map((path) => `<link rel="modulepreload" href="/assets/${path}">`);
}

/** Only a path that stands here is served, so no path, however it is written, leads out of the folder. */
async function listFiles(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(WEB_FOLDER, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || !(extname(entry.name) in CONTENT_TYPES)) continue;
    const file = `${entry.parentPath.replace(/[\\/]$/, "")}${sep}${entry.name}`;
    files.set(relative(WEB_FOLDER, file).replaceAll(sep, "/"), file);
  }
  for (const name of LIBRARIES) {
    files.set(`lib/${name}.js`, fileURLToPath(import.meta.resolve(name)));
  }
  const katex = fileURLToPath(new URL(".", import.meta.resolve("katex")));
  for (const file of await readdir(katex, { recursive: true })) {
    if (KATEX_FILE.test(file)) files.set(`lib/katex/${file.replaceAll(sep, "/")}`, `${katex}${file}`);
  }
  return files;
}

/** Read anew each time, so that an edited file shows at the next reload; types are stripped once per content. */
function readAsset(file: string, strippedByEtag: Map<string, string>): Asset {
  const extension = extname(file);
  const contentType = CONTENT_TYPES[extension] ?? "text/javascript; charset=utf-8";
  if (extension === ".woff2") {
    const body = new Uint8Array(readFileSync(file));
    return { body, contentType, etag: etagOf(body) };
  }
  const source = readFileSync(file, "utf8");
  const etag = etagOf(source);
  if (extension !== ".ts") return { body: source, contentType, etag };
  const body = strippedByEtag.get(etag) ?? stripTypes(source);
  strippedByEtag.set(etag, body);
  return { body, contentType, etag };
}

function etagOf(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}
