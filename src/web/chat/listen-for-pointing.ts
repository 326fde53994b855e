import type { CardHolder } from "./card-holder.ts";

/** A mouse that rests on a marker for so long, in milliseconds, means it. */
const PAUSE_MS = 150;

/** Time for a mouse to travel from a marker into its card, in milliseconds. */
const GRACE_MS = 400;

/**
 * Opens a marker's card as a preview while a mouse points at either, and closes it again once the mouse has left both.
 * A card that was opened to stay is left alone.
 */
export function listenForPointing(conversation: HTMLElement, cards: CardHolder): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointed: Element | undefined;

  const closePreview = () => {
    const isInUse =
      cards.openMarker?.matches(":focus-visible") || cards.openCard?.contains(document.activeElement);
    if (!cards.isPinned && !isInUse) cards.close();
  };
  const point = (target: Element | undefined) => {
    if (target === pointed) return;
    pointed = target;
    clearTimeout(timer);
    if (target instanceof HTMLElement && target.matches(".marker")) {
      const isOpen = cards.isPinned || target === cards.openMarker;
      if (!isOpen)
        timer = setTimeout(() => target.isConnected && !cards.isPinned && cards.preview(target), PAUSE_MS);
    } else if (target === undefined && cards.openCard) {
      timer = setTimeout(closePreview, GRACE_MS);
    }
  };
  conversation.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    point((target instanceof Element && target.closest(".marker, .card")) || undefined);
  });
  conversation.addEventListener("pointerleave", () => point(undefined));
}
