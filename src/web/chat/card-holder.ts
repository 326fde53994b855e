import type { AnswerState } from "../stream/answer-state.ts";
import { citationCard } from "./citation-card.ts";
import { findCitation } from "./find-citation.ts";
import { placeCard } from "./place-card.ts";

/** Shows one citation's card at a time. */
export interface CardHolder {
  /** The marker whose card is open. */
  readonly openMarker: HTMLElement | undefined;
  readonly openCard: HTMLElement | undefined;
  /** Opens the marker's card in place of any other and gives it focus. */
  show(marker: HTMLElement): void;
  /** Lays the open card out anew. */
  place(): void;
  close(): void;
  /** Closes the card and gives focus back to its marker. */
  dismiss(): void;
}

/** A holder whose cards keep clear of the sentence they belong to and of what `composer` covers. */
export function createCardHolder(options: {
  readonly composer: HTMLElement;
  readonly answerOf: (turn: Element) => AnswerState | undefined;
}): CardHolder {
  let open:
    | { readonly card: HTMLElement; readonly marker: HTMLElement; readonly answer: HTMLElement }
    | undefined;

  const place = () => {
    if (open) placeCard(open.card, { ...open, roomBelow: options.composer.getBoundingClientRect().top });
  };
  const close = () => {
    open?.card.remove();
    open?.marker.setAttribute("aria-expanded", "false");
    open = undefined;
  };
  return {
    get openMarker() {
      return open?.marker;
    },
    get openCard() {
      return open?.card;
    },
    show: (marker) => {
      close();
      const answer = marker.closest<HTMLElement>(".answer");
      const card = answer && cardOf(marker, options.answerOf);
      if (!card) return;
      answer.append(card);
      marker.setAttribute("aria-expanded", "true");
      open = { card, marker, answer };
      place();
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    },
    place,
    close,
    dismiss: () => {
      const marker = open?.marker;
      close();
      marker?.focus({ preventScroll: true });
    },
  };
}

function cardOf(
  marker: HTMLElement,
  answerOf: (turn: Element) => AnswerState | undefined,
): HTMLElement | undefined {
  const turn = marker.closest(".turn");
  const state = turn ? answerOf(turn) : undefined;
  const number = Number(marker.dataset["number"]);
  const source = state?.sources.find((candidate) => candidate.number === number);
  if (!state || !source) return undefined;
  return citationCard(source, findCitation(state, { number, offset: Number(marker.dataset["offset"]) }));
}
