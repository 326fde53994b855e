/** Pixels between a card and the sentence that it belongs to. */
const GAP = 10;

/** How far a card's pointer keeps from the card's round corners, in pixels. */
const POINTER_INSET = 22;

/**
 * Lays a card over `answer` so that it never covers the sentence that its marker stands in: below it, or above where
 * only there is room on the screen, `roomBelow` being the last line of the window that nothing else covers. A card that
 * has its place stays on that side of its sentence.
 */
export function placeCard(
  card: HTMLElement,
  {
    answer,
    marker,
    roomBelow,
  }: { readonly answer: HTMLElement; readonly marker: HTMLElement; readonly roomBelow: number },
): void {
  const frame = answer.getBoundingClientRect();
  const sentence = sentenceEdges(answer, marker);
  const height = card.offsetHeight;
  const hasRoomBelow = sentence.bottom + GAP + height <= roomBelow || sentence.top - GAP - height < 0;
  const isBelow = card.dataset["side"] === undefined ? hasRoomBelow : card.dataset["side"] === "below";
  const top = isBelow ? sentence.bottom + GAP : sentence.top - GAP - height;
  const { left, width } = marker.getBoundingClientRect();
  const pointer = left + width / 2 - card.getBoundingClientRect().left;
  const inside = Math.min(Math.max(pointer, POINTER_INSET), card.offsetWidth - POINTER_INSET);
  card.dataset["side"] = isBelow ? "below" : "above";
  card.style.setProperty("--card-top", `${Math.round(top - frame.top)}px`);
  card.style.setProperty("--card-pointer", `${Math.round(inside)}px`);
}

/** The lines that the marker's sentence takes; the whole block where the sentence is unfinished and has no bounds yet. */
function sentenceEdges(
  answer: HTMLElement,
  marker: HTMLElement,
): { readonly top: number; readonly bottom: number } {
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
