import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { loadWebAssets, type PageName } from "../../src/server/web-assets.ts";

const web = await loadWebAssets();

test.each<PageName>(["chat", "papers", "paper"])(
  "allows the one inline script of the %s page by its hash",
  (name) => {
    const { body, etag } = web.page(name);
    const inline = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
    expect(inline).toHaveLength(1);
    const hash = createHash("sha256")
      .update(inline[0]?.[1] ?? "")
      .digest("base64");
    expect(web.contentSecurityPolicy).toContain(`'sha256-${hash}'`);
    expect(body).not.toMatch(/\son\w+=|\sstyle=|<style|https?:\/\//i);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
  },
);

test("has a policy that lets nothing in from elsewhere and no HTML be made from strings", () => {
  expect(web.contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
  expect(web.contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
  expect(web.contentSecurityPolicy).not.toMatch(/unsafe|\*|http/);
});

test("serves a module with its types taken out, on the same lines, under the same tag each time", () => {
  const first = web.asset("stream/answer-state.ts");
  expect(first?.contentType).toBe("text/javascript; charset=utf-8");
  expect(first?.body).toContain("export function withPart(state");
  expect(first?.body).not.toMatch(/interface AnswerState|: AnswerState/);
  expect(web.asset("stream/answer-state.ts")).toEqual(first);
});

test("serves every module, style sheet and picture that the pages lead to", () => {
  const visited = new Set<string>();
  const visit = (path: string) => {
    if (visited.has(path)) return;
    visited.add(path);
    const asset = web.asset(path);
    if (!asset) throw new Error(`${path} is not served`);
    for (const [, to = ""] of String(asset.body).matchAll(/^(?:import|export)[^"';]*from "([^"]+)"/gm)) {
      visit(to.startsWith(".") ? new URL(to, `http://x/${path}`).pathname.slice(1) : `lib/${to}.js`);
    }
  };
  for (const name of ["chat", "papers", "paper"] as const) {
    for (const [, path = ""] of web.page(name).body.matchAll(/"\/assets\/([^"]+)"/g)) visit(path);
  }
  expect(visited).toContain("lib/dompurify.js");
  expect(visited).toContain("lib/marked.js");
  expect(visited.size).toBeGreaterThan(30);
});

test("serves KaTeX with its style sheet and every font that this names, as they are", () => {
  expect(web.asset("lib/katex.js")?.contentType).toBe("text/javascript; charset=utf-8");
  const styles = String(web.asset("lib/katex/katex.min.css")?.body);
  const fonts = [...styles.matchAll(/url\((fonts\/[\w-]+\.woff2)\)/g)].map(([, font]) => font);
  expect(fonts.length).toBeGreaterThan(15);
  for (const font of fonts) {
    const asset = web.asset(`lib/katex/${font}`);
    expect(asset?.contentType).toBe("font/woff2");
    expect(
      Buffer.from(asset?.body ?? "")
        .subarray(0, 4)
        .toString(),
    ).toBe("wOF2");
  }
  expect(web.asset("lib/katex/katex.mjs")).toBeUndefined();
  expect(web.contentSecurityPolicy).toContain("font-src 'self'");
});

test.each([
  "../server/app.ts",
  "..%2fserver%2fapp.ts",
  "%2e%2e/server/app.ts",
  "..\\server\\app.ts",
  "chat/../../server/app.ts",
  "chat/../chat.ts",
  "/etc/passwd",
  "//etc/passwd",
  "./chat.ts",
  "tsconfig.json",
  "chat.html",
  "lib/../chat.ts",
  "lib/zod.js",
  "lib/constructor.js",
  "__proto__",
  "constructor",
  "",
  "chat",
  "chat.ts\0.css",
])("serves nothing for %j", (path) => {
  expect(web.asset(path)).toBeUndefined();
});
