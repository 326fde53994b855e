import { expect, test } from "vitest";
import { reachableModules } from "../../src/server/reachable-modules.ts";

const FILES: Readonly<Record<string, string>> = {
  "chat.ts":
    'import { a } from "./chat/a.ts";\nimport type { T } from "./types.ts";\nimport { marked } from "marked";',
  "chat/a.ts":
    'import {\n  b,\n  type B,\n} from "../page/b.ts";\nexport { c } from "./c.ts";\nconst late = () => import("./late.ts");',
  "page/b.ts": 'import { a } from "../chat/a.ts";\nexport const from = "./nowhere.ts";',
};

test("a page's modules are found through all that they import, each once, without types and what is imported late", () => {
  const modules = reachableModules(
    "chat.ts",
    (path) => FILES[path],
    (name) => `lib/${name}.js`,
  );
  expect(modules).toEqual(["chat.ts", "chat/a.ts", "lib/marked.js", "page/b.ts", "chat/c.ts"]);
});
