/** Where something stands in the window: pixels from the window's top. */
export interface Lines {
  readonly top: number;
  readonly bottom: number;
}

/** Where a card goes, how tall it may be at most and how far the page is to scroll down for it, both in pixels. */
export interface CardLayout {
  readonly side: "below" | "above";
  readonly maxHeight: number;
  readonly scroll: number;
}

/** Pixels between a card and the sentence that it belongs to. */
export const GAP = 10;

/** Pixels that stay free between a card, or its sentence, and the end of the room. */
const EDGE = 8;

/** Pixels that a card takes at least: its paper's title and its verdict. */
const MIN_HEIGHT = 144;

/**
 * Finds a card of this natural `height` its place next to its sentence within `room`, the lines of the window that nothing
 * else covers: below where it fits, else above, else where more of it can be seen. The page may scroll by `scrollable`
 * pixels up and down; what it then scrolls brings the sentence into sight and never takes it out. Of a sentence that
 * leaves no room for a card, the marker stays in sight. A card that is on one side already, `side`, stays there if it can.
 */
export function layOutCard({
  sentence,
  marker,
  height,
  room,
  scrollable,
  side: taken,
}: {
  readonly sentence: Lines;
  readonly marker: Lines;
  readonly height: number;
  readonly room: Lines;
  readonly scrollable: { readonly up: number; readonly down: number };
  readonly side?: CardLayout["side"] | undefined;
}): CardLayout {
  const top = room.top + EDGE;
  const bottom = room.bottom - EDGE;
  const leavesRoom = sentence.bottom - sentence.top + GAP + MIN_HEIGHT <= bottom - top;
  const kept = leavesRoom ? sentence : marker;
  const wanted = kept.top < top ? kept.top - top : Math.max(0, kept.bottom - bottom);
  const intoSight = between(-scrollable.up, wanted, scrollable.down);
  const below = {
    room: bottom - GAP - (sentence.bottom - intoSight),
    more: Math.max(0, Math.min(kept.top - intoSight - top, scrollable.down - intoSight)),
  };
  const above = {
    room: sentence.top - intoSight - GAP - top,
    more: Math.max(0, Math.min(bottom - (kept.bottom - intoSight), scrollable.up + intoSight)),
  };
  const reach = (side: typeof below) => side.room + side.more;
  const isBelow = () => {
    const least = Math.min(height, MIN_HEIGHT);
    if (taken && reach(taken === "below" ? below : above) >= least) return taken === "below";
    if (height <= below.room || height <= above.room) return height <= below.room;
    return reach(below) >= Math.min(height, reach(above));
  };
  const side = isBelow() ? "below" : "above";
  const { room: free, more } = side === "below" ? below : above;
  const scrolled = between(0, Math.min(height, Math.max(MIN_HEIGHT, free + more)) - free, more);
  return {
    side,
    maxHeight: Math.max(MIN_HEIGHT, free + scrolled),
    scroll: intoSight + (side === "below" ? scrolled : -scrolled),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
