import { type CardHolder, createCardHolder } from "./card-holder.ts";
import { listenForPointing } from "./listen-for-pointing.ts";

/**
 * Opens the card behind a marker: as a preview while the reader points at it or has it in focus, and by click, tap or
 * key to stay until it is dismissed by Escape, its close button, a click elsewhere or another card; focus then returns
 * to the marker. Left and right walk an answer's citations.
 */
export function listenForCitations(
  conversation: HTMLElement,
  cardOptions: Parameters<typeof createCardHolder>[0],
): void {
  const cards = createCardHolder(cardOptions);
  let isGivingBackFocus = false;
  const dismiss = () => {
    isGivingBackFocus = true;
    cards.dismiss();
    isGivingBackFocus = false;
  };
  listenForPointing(conversation, cards);
  conversation.addEventListener("focusin", ({ target }) => {
    const marker = closest(target, ".marker");
    if (!marker || isGivingBackFocus || cards.isPinned || !marker.matches(":focus-visible")) return;
    if (marker === cards.openMarker) return;
    cards.preview(marker);
    cards.reveal();
  });
  conversation.addEventListener("focusout", ({ relatedTarget }) => {
    if (!cards.isPinned && !closest(relatedTarget, ".card") && closest(relatedTarget, "*")) cards.close();
  });
  conversation.addEventListener("click", ({ target }) => {
    const marker = closest(target, ".marker");
    if (marker && marker === cards.openMarker && cards.isPinned) dismiss();
    else if (marker) cards.pin(marker);
    else if (closest(target, ".card-close")) dismiss();
    else if (closest(target, ".card") && cards.openMarker && !cards.isPinned) cards.pin(cards.openMarker);
  });
  document.addEventListener("click", ({ target }) => {
    if (!cards.openCard || closest(target, ".marker, .card, .card-close")) return;
    const focused = document.activeElement;
    const isAround = cards.openMarker !== undefined && focused?.contains(cards.openMarker);
    const hasGoneElsewhere = !isAround && !cards.openCard.contains(focused);
    if (hasGoneElsewhere) cards.close();
    else dismiss();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && cards.openCard) {
      event.preventDefault();
      dismiss();
    } else if (event.key === "ArrowRight") {
      walk(cards, event, 1);
    } else if (event.key === "ArrowLeft") {
      walk(cards, event, -1);
    }
  });
  window.addEventListener("resize", cards.place);
}

/** From the marker that has focus, or whose card has it, to its neighbour in the same answer. */
function walk(cards: CardHolder, event: KeyboardEvent, step: 1 | -1): void {
  const marker = closest(event.target, ".marker") ?? (closest(event.target, ".card") && cards.openMarker);
  const markers = [...(marker?.closest(".answer")?.querySelectorAll<HTMLElement>(".marker") ?? [])];
  const neighbour = marker && markers[markers.indexOf(marker) + step];
  if (!neighbour) return;
  event.preventDefault();
  if (cards.isPinned) cards.pin(neighbour);
  else neighbour.focus();
}

function closest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(selector)) || undefined;
}
