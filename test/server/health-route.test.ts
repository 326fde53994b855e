import { expect, test } from "vitest";
import { openDoor } from "./door.ts";
import { scriptedFootnote } from "./scripted-footnote.ts";

const progress = { papersDone: 40, papersTotal: 320, papersPerSecond: 13, secondsLeft: 22 };
const building = scriptedFootnote({
  readiness: () => ({
    isReady: false,
    missing: ["The index is being built."],
    progress,
    paperCount: 40,
    model: "quoting",
  }),
});

test("the process is up as soon as it listens", async () => {
  const response = await openDoor(building).get("/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", ready: false });
});

test("a ready server says what it answers from and with", async () => {
  const response = await openDoor().get("/ready");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ready: true, missing: [], papers: 320, model: "quoting" });
});

test("a server that is not ready says what is missing and how far it is", async () => {
  const response = await openDoor(building).get("/ready");
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(await response.json()).toEqual({
    ready: false,
    missing: ["The index is being built."],
    progress,
    papers: 40,
    model: "quoting",
    error: { code: "unavailable", message: "The index is being built." },
  });
});
