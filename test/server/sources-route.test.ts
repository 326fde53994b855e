import { expect, test } from "vitest";
import { UnavailableError } from "../../src/domain/errors.ts";
import { openDoor } from "./door.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

test("the pages that papers came from are listed with their numbers of papers", async () => {
  const response = await openDoor().get("/api/sources");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ sources: [{ name: "page.txt", kind: "page", papers: 320 }] });
});

test("before the index is open they answer 503 with what is missing", async () => {
  const listSources = () => Promise.reject(new UnavailableError("The index is being built."));
  const response = await openDoor(scriptedFootnote({ listSources })).get("/api/sources");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    error: { code: "unavailable", message: "The index is being built." },
  });
});
