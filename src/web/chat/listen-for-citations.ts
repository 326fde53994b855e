import { type CardHolder, createCardHolder } from "./card-holder.ts";

/**
 * Opens the card behind a marker by click, tap or key, and keeps it open until it is dismissed by Escape, its close
 * button or a click elsewhere; focus then returns to the marker. Left and right walk an answer's citations.
 */
export function listenForCitations(
  conversation: HTMLElement,
  cardOptions: Parameters<typeof createCardHolder>[0],
): void {
  const cards = createCardHolder(cardOptions);
  conversation.addEventListener("click", ({ target }) => {
    const marker = closest(target, ".marker");
    if (marker && marker === cards.openMarker) cards.dismiss();
    else if (marker) cards.show(marker);
    else if (closest(target, ".card-close")) cards.dismiss();
  });
  document.addEventListener("click", ({ target }) => {
    if (!cards.openCard || closest(target, ".marker, .card")) return;
    const focused = document.activeElement;
    const hasGoneElsewhere = focused !== document.body && !cards.openCard.contains(focused);
    if (hasGoneElsewhere) cards.close();
    else cards.dismiss();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && cards.openCard) {
      event.preventDefault();
      cards.dismiss();
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
  if (cards.openCard) cards.show(neighbour);
  else neighbour.focus();
}

function closest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(selector)) || undefined;
}
