import { expect, test } from "vitest";
import { isQuoting, smallPrint, understoodAs } from "../../../src/web/chat/small-print.ts";

const metadata = { model: "quoting", retrieveMs: 14, firstTokenMs: 22, totalMs: 1310, explained: [] };
const answered = { kind: "answered" as const, missing: [], nearest: [] };

test("says who answered and how long it took", () => {
  expect(smallPrint({ outcome: answered, metadata })).toBe(
    "Quoted without a model · papers found in 14 ms · first words after 22 ms · done after 1.3 s",
  );
  expect(
    smallPrint({ outcome: answered, metadata: { ...metadata, model: "llama-3", firstTokenMs: undefined } }),
  ).toBe("Written by llama-3 · papers found in 14 ms · done after 1.3 s");
});

test("names no writer where nothing was answered", () => {
  const refused = { kind: "refused" as const, missing: [], nearest: [] };
  expect(smallPrint({ outcome: refused, metadata })).toMatch(/^Papers found in 14 ms/);
  expect(isQuoting({ outcome: refused, metadata })).toBe(false);
  expect(isQuoting({ outcome: answered, metadata })).toBe(true);
});

test("says nothing where the server says nothing", () => {
  expect(smallPrint({})).toBe("");
});

test("tells how a question was understood where that is not what was asked", () => {
  const understood = { ...answered, standaloneQuestion: "And on GSM8K? (about: Orca-Math)" };
  expect(understoodAs("And on GSM8K?", understood)).toBe("Understood as: And on GSM8K? (about: Orca-Math)");
  expect(understoodAs(" And on GSM8K? (about: Orca-Math) ", understood)).toBe("");
  expect(understoodAs("And on GSM8K?", answered)).toBe("");
  expect(understoodAs("And on GSM8K?", undefined)).toBe("");
});
