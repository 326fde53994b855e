import { patchChildren } from "../page/patch-children.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { CARD_ID, type CardState, citationCard } from "./citation-card.ts";
import { findCitation } from "./find-citation.ts";
import { moveCard, placeCard } from "./place-card.ts";

/** Shows one citation's card at a time. */
export interface CardHolder {
  /** The marker whose card is open. */
  readonly openMarker: HTMLElement | undefined;
  readonly openCard: HTMLElement | undefined;
  /** Whether the open card stays until it is dismissed. */
  readonly isPinned: boolean;
  /** Opens the marker's card in place of any other, for as long as the reader points at it; focus and page stay where they are. */
  preview(marker: HTMLElement): void;
  /** Opens the marker's card in place of any other, to stay, gives it focus and scrolls to it, its sentence staying in sight. */
  pin(marker: HTMLElement): void;
  /** Lays the open card out anew in a window that has changed. */
  place(): void;
  /** Scrolls to the open card, its sentence staying in sight. */
  reveal(): void;
  close(): void;
  /** Closes the card and gives focus back to its marker, where the card had it or took it. */
  dismiss(): void;
}

interface OpenCard {
  readonly card: HTMLElement;
  readonly answer: HTMLElement;
  readonly offset: string | undefined;
  marker: HTMLElement;
  isPinned: boolean;
}

/** A holder whose cards keep clear of the sentence they belong to and of what `composer` covers, also while the answer grows. */
export function createCardHolder(options: {
  readonly composer: HTMLElement;
  readonly answerOf: (turn: Element) => AnswerState | undefined;
}): CardHolder {
  let open: OpenCard | undefined;

  /** Shows what is known of the citation by now; the card goes where its marker is gone. */
  const renew = () => {
    if (!open) return;
    const marker = markerNow(open);
    if (!marker) return close();
    if (marker !== open.marker) setState(open.marker, "closed");
    open.marker = marker;
    const state = open.isPinned ? "pinned" : "preview";
    open.card.dataset["state"] = state;
    setState(marker, state);
    const content = cardOf(marker, state, options.answerOf);
    if (content) patchChildren(open.card, content);
  };
  const layOut = (mayScroll: boolean) => {
    renew();
    const roomBelow = Math.min(options.composer.getBoundingClientRect().top, window.innerHeight);
    if (open) placeCard(open, { roomBelow, mayScroll });
  };
  const growth = new ResizeObserver(() => {
    renew();
    if (open) moveCard(open);
  });
  const close = () => {
    growth.disconnect();
    open?.card.remove();
    if (open) setState(open.marker, "closed");
    open = undefined;
  };
  const show = (marker: HTMLElement, isPinned: boolean) => {
    close();
    const answer = marker.closest<HTMLElement>(".answer");
    const card = answer && cardOf(marker, isPinned ? "pinned" : "preview", options.answerOf);
    if (!card) return;
    answer.append(card);
    open = { card, answer, marker, isPinned, offset: marker.dataset["offset"] };
    growth.observe(answer);
  };
  return {
    get openMarker() {
      return open?.marker;
    },
    get openCard() {
      return open?.card;
    },
    get isPinned() {
      return open?.isPinned ?? false;
    },
    preview: (marker) => {
      show(marker, false);
      layOut(false);
    },
    pin: (marker) => {
      if (open?.marker !== marker) show(marker, true);
      if (!open) return;
      open.isPinned = true;
      layOut(true);
      open?.card.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
    },
    place: () => {
      if (open) delete open.card.dataset["side"];
      layOut(false);
    },
    reveal: () => layOut(true),
    close,
    dismiss: () => {
      const held = open;
      close();
      if (held?.isPinned) held.marker.focus({ preventScroll: true });
    },
  };
}

/** A growing answer may have made the marker anew. */
function markerNow({ marker, answer, offset }: OpenCard): HTMLElement | undefined {
  if (marker.isConnected && marker.dataset["offset"] === offset) return marker;
  const markers = [...answer.querySelectorAll<HTMLElement>(".marker")];
  return answer.isConnected ? markers.find(({ dataset }) => dataset["offset"] === offset) : undefined;
}

/** A preview describes its marker; a pinned card is a dialog of its own. */
function setState(marker: HTMLElement, state: CardState | "closed"): void {
  marker.setAttribute("aria-expanded", String(state === "pinned"));
  if (state === "preview") marker.setAttribute("aria-describedby", CARD_ID);
  else marker.removeAttribute("aria-describedby");
}

function cardOf(
  marker: HTMLElement,
  state: CardState,
  answerOf: (turn: Element) => AnswerState | undefined,
): HTMLElement | undefined {
  const turn = marker.closest(".turn");
  const shown = turn ? answerOf(turn) : undefined;
  const number = Number(marker.dataset["number"]);
  const source = shown?.sources.find((candidate) => candidate.number === number);
  if (!shown || !source) return undefined;
  const citation = findCitation(shown, { number, offset: Number(marker.dataset["offset"]) });
  const card = citationCard(source, citation, state);
  card.dataset["number"] = String(number);
  const { sentence } = marker.dataset;
  if (sentence !== undefined) card.dataset["ofSentence"] = sentence;
  return card;
}
