import { expect, test } from "vitest";
import { fileNameOf } from "../../../src/web/page/file-name.ts";

test.each([
  ["What is R-Tuning?", "what-is-r-tuning.md"],
  ["../../etc/passwd", "etc-passwd.md"],
  ["???", "chat.md"],
  ["é".repeat(100), `${"e".repeat(60)}.md`],
])("%s is kept as %s", (title, name) => {
  expect(fileNameOf(title, "md")).toBe(name);
});
