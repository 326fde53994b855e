import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutCard } from "../../../src/web/chat/lay-out-card.ts";

const still = { up: 0, down: 0 };
const free = { up: 5000, down: 5000 };
const room = { top: 0, bottom: 600 };

const layOut = (
  sentence: { top: number; bottom: number },
  height: number,
  more: Partial<Parameters<typeof layOutCard>[0]> = {},
) => layOutCard({ sentence, marker: sentence, height, room, scrollable: still, ...more });

test("goes below its sentence where it fits, else above, else where more of it is seen", () => {
  expect(layOut({ top: 100, bottom: 160 }, 300)).toMatchObject({ side: "below", scroll: 0 });
  expect(layOut({ top: 400, bottom: 460 }, 300)).toMatchObject({ side: "above", scroll: 0 });
  expect(layOut({ top: 300, bottom: 340 }, 500)).toMatchObject({ side: "above", maxHeight: 282, scroll: 0 });
  expect(layOut({ top: 200, bottom: 240 }, 500)).toMatchObject({ side: "below", maxHeight: 342, scroll: 0 });
});

test("makes room by scrolling, for as much of the card as the sentence allows", () => {
  expect(layOut({ top: 200, bottom: 240 }, 400, { scrollable: free })).toMatchObject({
    side: "below",
    maxHeight: 400,
    scroll: 58,
  });
  expect(layOut({ top: 200, bottom: 240 }, 900, { scrollable: free })).toMatchObject({
    side: "below",
    maxHeight: 534,
    scroll: 192,
  });
  expect(layOut({ top: 200, bottom: 240 }, 900, { scrollable: { up: 0, down: 20 } })).toMatchObject({
    maxHeight: 362,
    scroll: 20,
  });
});

test("stays on the side that it is on while that leaves room for its paper and its verdict", () => {
  const above = { side: "above", scrollable: free } as const;
  expect(layOut({ top: 300, bottom: 340 }, 200, above)).toMatchObject({ side: "above", scroll: 0 });
  expect(layOut({ top: 100, bottom: 140 }, 200, { ...above, scrollable: still })).toMatchObject({
    side: "below",
  });
});

test("keeps a sentence in sight whenever it leaves room for a card, and the card in the room", () => {
  const numbers = fc.record({
    top: fc.integer({ min: -300, max: 700 }),
    length: fc.integer({ min: 20, max: 420 }),
    height: fc.integer({ min: 150, max: 1200 }),
    side: fc.constantFrom("below" as const, "above" as const, undefined),
  });
  fc.assert(
    fc.property(numbers, ({ top, length, height, side }) => {
      const sentence = { top, bottom: top + length };
      const layout = layOut(sentence, height, { scrollable: free, side });
      const start = sentence.top - layout.scroll;
      const end = sentence.bottom - layout.scroll;
      const shown = Math.min(height, layout.maxHeight);
      const card = layout.side === "below" ? [end + 10, end + 10 + shown] : [start - 10 - shown, start - 10];
      for (const edge of [start, end, ...card]) {
        expect(edge).toBeGreaterThanOrEqual(room.top);
        expect(edge).toBeLessThanOrEqual(room.bottom);
      }
      expect(layout.maxHeight).toBeGreaterThanOrEqual(144);
    }),
  );
});

test("keeps the marker in sight of a sentence that leaves no room", () => {
  const sentence = { top: -200, bottom: 700 };
  const marker = { top: 560, bottom: 590 };
  const { side, scroll } = layOut(sentence, 300, { marker, scrollable: free });
  expect(side).toBe("below");
  expect(marker.top - scroll).toBeGreaterThanOrEqual(0);
  expect(sentence.bottom - scroll + 144).toBeLessThanOrEqual(600);
});
