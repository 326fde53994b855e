import fc from "fast-check";
import { expect, test } from "vitest";
import { fuseRankings } from "../../src/retrieval/fuse-rankings.ts";

const ranking = (ids: readonly string[], weight = 1) => ({ ids, weight });

test("an id that stands in both rankings passes one that leads a single ranking", () => {
  const fused = fuseRankings([ranking(["a", "b"]), ranking(["c", "b"])]);
  expect(fused.map((item) => item.id)).toEqual(["b", "a", "c"]);
});

test("scores are hand-computed: 1/(10+rank) over what two first places would give", () => {
  const [first, second] = fuseRankings([ranking(["a", "b"]), ranking(["a"])], 10);
  expect(first).toEqual({ id: "a", score: 1 });
  expect(second?.score).toBeCloseTo(1 / 12 / (2 / 11));
});

test("a weight counts as that many rankings", () => {
  const once = fuseRankings([ranking(["a", "b"], 2), ranking(["b"])]);
  const twice = fuseRankings([ranking(["a", "b"]), ranking(["a", "b"]), ranking(["b"])]);
  expect(once.map((item) => item.id)).toEqual(twice.map((item) => item.id));
  expect(once[0]?.score).toBeCloseTo(twice[0]?.score ?? 0);
});

test("ids are merged by what they are, never by their scores", () => {
  const fused = fuseRankings([ranking(["a", "b", "c"]), ranking(["d", "e", "f"])]);
  expect(new Set(fused.map((item) => item.id)).size).toBe(6);
});

test("nothing to fuse gives nothing", () => {
  expect(fuseRankings([])).toEqual([]);
  expect(fuseRankings([ranking([]), ranking([])])).toEqual([]);
});

const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 });

test("every id comes out once, with a score in 0..1, best first", () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 4 }), (lists) => {
      const fused = fuseRankings(lists.map((list) => ranking(list)));
      expect(fused.map((item) => item.id).sort()).toEqual([...new Set(lists.flat())].sort());
      for (const [position, { score }] of fused.entries()) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
        expect(score).toBeLessThanOrEqual(fused[position - 1]?.score ?? 1 + 1e-12);
      }
    }),
  );
});

test("one ranking keeps its order", () => {
  fc.assert(
    fc.property(ids, (list) => {
      expect(fuseRankings([ranking(list)]).map((item) => item.id)).toEqual(list);
    }),
  );
});
