import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { splitWindows, titledText } from "../../src/passages/split-windows.ts";
import { paperOf } from "../fixtures/papers.ts";
import { anyText } from "./covering.ts";

const windowsOf = (abstract: string) => {
  const paper = paperOf("Mice", abstract);
  const passages = splitPassages(paper);
  const windows = splitWindows(passages);
  return { passages, windows, texts: windows.map(({ start, end }) => abstract.slice(start, end)) };
};

test("takes two sentences at a time", () => {
  const { texts } = windowsOf("Mice eat. Cats sleep. Dogs bark. Owls see.");
  expect(texts).toEqual(["Mice eat. Cats sleep.", "Dogs bark. Owls see."]);
});

test("a single sentence left over brings the one before it", () => {
  const { texts } = windowsOf("Mice eat. Cats sleep. Dogs bark.");
  expect(texts).toEqual(["Mice eat. Cats sleep.", "Cats sleep. Dogs bark."]);
});

test("one sentence is one window, and an empty abstract has none", () => {
  expect(windowsOf("Mice eat.").texts).toEqual(["Mice eat."]);
  expect(windowsOf(" \n").windows).toEqual([]);
});

test("the title comes before what is embedded", () => {
  const paper = paperOf("Mice", "Mice eat. Cats sleep.");
  expect(titledText(paper, { start: 10, end: 21 })).toBe("Mice. Cats sleep.");
});

test("a window belongs to the passage that holds most of it, and every sentence is in a window", () => {
  fc.assert(
    fc.property(anyText, (abstract) => {
      const { passages, windows } = windowsOf(abstract);
      expect(new Set(windows.map(({ windowId }) => windowId)).size).toBe(windows.length);
      for (const { start, end, passageId } of windows) {
        const overlaps = passages.map(
          (passage) => Math.min(end, passage.end) - Math.max(start, passage.start),
        );
        const home = passages.findIndex((passage) => passage.passageId === passageId);
        expect(overlaps[home]).toBe(Math.max(...overlaps));
      }
      for (const sentence of passages.flatMap((passage) => passage.sentences))
        expect(windows.some(({ start, end }) => start <= sentence.start && sentence.end <= end)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
