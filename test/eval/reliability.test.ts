import { expect, test } from "vitest";
import { drawReliability } from "../../src/eval/draw-reliability.ts";
import { refusedFrom, reliabilityOf } from "../../src/eval/reliability.ts";
import { rowOf } from "./rows.ts";

const rows = [
  rowOf("a", {}, { doubt: 0.1, isAnswerable: true, outcome: "answered" }),
  rowOf("b", {}, { doubt: 0.15, isAnswerable: false, outcome: "answered" }),
  rowOf("c", {}, { doubt: 0.9, isAnswerable: false, outcome: "refused: not-stated" }),
  rowOf("d", {}, { isAnswerable: false, outcome: "refused: out-of-scope" }),
];

test("questions of like doubt are put together, those that were not judged are left out", () => {
  expect(reliabilityOf(rows)).toEqual([
    { doubt: expect.closeTo(0.125), unanswerable: 0.5, count: 2 },
    { doubt: 0.9, unanswerable: 1, count: 1 },
  ]);
  expect(refusedFrom(rows)).toBe(0.9);
  expect(refusedFrom(rows.slice(0, 2))).toBeUndefined();
});

test("the drawing has a point for each bin and a line where refusing begins", () => {
  const svg = drawReliability(reliabilityOf(rows), 0.9);
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg).toContain("refused right of the dashed line");
  expect(svg.match(/stroke-dasharray="6 4"/g)).toHaveLength(1);
  expect(drawReliability([], undefined)).not.toContain('stroke-dasharray="6 4"');
});
