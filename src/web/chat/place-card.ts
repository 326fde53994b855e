import { GAP, type Lines, layOutCard } from "./lay-out-card.ts";

/** How far a card's pointer keeps from the card's round corners, in pixels. */
const POINTER_INSET = 22;

/** A card in its answer, and the marker that it belongs to. */
export interface ShownCard {
  readonly card: HTMLElement;
  readonly answer: HTMLElement;
  readonly marker: HTMLElement;
}

/**
 * Gives a card its side and its height, so that it never covers the sentence that its marker stands in and, where there
 * is room, is seen whole: `roomBelow` is the last line of the window that nothing else covers. Where it `mayScroll`, the
 * page makes room. A card that has its side keeps it if it can.
 */
export function placeCard(
  shown: ShownCard,
  { roomBelow, mayScroll }: { readonly roomBelow: number; readonly mayScroll: boolean },
): void {
  const { card, answer, marker } = shown;
  const { side: taken } = card.dataset;
  const { side, maxHeight, scroll } = layOutCard({
    sentence: sentenceLines(answer, marker),
    marker: marker.getBoundingClientRect(),
    height: naturalHeight(card),
    room: { top: 0, bottom: roomBelow },
    scrollable: mayScroll ? scrollablePixels() : { up: 0, down: 0 },
    side: taken === "below" || taken === "above" ? taken : undefined,
  });
  card.dataset["side"] = side;
  card.style.setProperty("--card-room", `${Math.floor(maxHeight)}px`);
  moveCard(shown);
  if (scroll !== 0) window.scrollBy({ top: scroll });
}

/** Brings a card that has its side and its height back to its sentence, as after the answer has grown. */
export function moveCard({ card, answer, marker }: ShownCard): void {
  const frame = answer.getBoundingClientRect();
  const sentence = sentenceLines(answer, marker);
  const isBelow = card.dataset["side"] === "below";
  const top = isBelow ? sentence.bottom + GAP : sentence.top - GAP - card.offsetHeight;
  const { left, width } = marker.getBoundingClientRect();
  const pointer = left + width / 2 - card.getBoundingClientRect().left;
  const inside = Math.min(Math.max(pointer, POINTER_INSET), card.offsetWidth - POINTER_INSET);
  card.style.setProperty("--card-top", `${Math.round(top - frame.top)}px`);
  card.style.setProperty("--card-pointer", `${Math.round(inside)}px`);
}

/** The height that a card would have if nothing limited it. */
function naturalHeight(card: HTMLElement): number {
  const hidden = card.firstElementChild ? scrolledAway(card.firstElementChild) : 0;
  return card.offsetHeight + hidden;
}

function scrolledAway({ scrollHeight, clientHeight }: Element): number {
  return scrollHeight - clientHeight;
}

function scrollablePixels(): { readonly up: number; readonly down: number } {
  const { scrollHeight } = document.documentElement;
  return { up: window.scrollY, down: Math.max(0, scrollHeight - window.innerHeight - window.scrollY) };
}

/** The lines that the marker's sentence takes; the whole block where the sentence is unfinished and has no bounds yet. */
function sentenceLines(answer: HTMLElement, marker: HTMLElement): Lines {
  const name = marker.dataset["sentence"];
  const parts =
    name === undefined ? [] : [...answer.querySelectorAll(`span.sentence[data-sentence="${name}"]`)];
  const around =
    parts.length > 0 ? [...parts, marker] : [marker.closest("p, li, tr, blockquote, h3") ?? marker];
  const boxes = around.map((part) => part.getBoundingClientRect());
  return {
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
