import { expect, test } from "vitest";
import { tellOfKeeping } from "../../../src/web/memory/tell-of-keeping.ts";

test("trouble stands until keeping works again; a chat that moves is told of once, under its new id", () => {
  const heard: string[] = [];
  const on = tellOfKeeping({
    say: (words) => heard.push(`say ${words}`),
    showTrouble: (words) => heard.push(`trouble ${words}`),
    goOnAs: (id) => heard.push(`as ${id}`),
  });
  on.trouble(new DOMException("", "QuotaExceededError"));
  on.works();
  on.moved("b", "changed");
  on.moved("c", "deleted");
  on.gone();
  expect(heard).toEqual([
    expect.stringContaining("no room left"),
    "trouble ",
    "as b",
    expect.stringContaining("as a copy"),
    "as c",
    expect.stringContaining("as a new chat"),
    expect.stringContaining("Ask on"),
  ]);
});
