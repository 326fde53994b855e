import { patchChildren } from "../page/patch-children.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { CARD_ID, citationCard } from "./citation-card.ts";
import { findCitation } from "./find-citation.ts";
import { placeCard } from "./place-card.ts";

/** Shows one citation's card at a time. */
export interface CardHolder {
  /** The marker whose card is open. */
  readonly openMarker: HTMLElement | undefined;
  readonly openCard: HTMLElement | undefined;
  /** Whether the open card stays until it is dismissed. */
  readonly isPinned: boolean;
  /** Opens the marker's card in place of any other, for as long as the reader points at it; focus stays where it is. */
  preview(marker: HTMLElement): void;
  /** Opens the marker's card in place of any other, to stay, and gives it focus. */
  pin(marker: HTMLElement): void;
  /** Lays the open card out anew. */
  place(): void;
  /** Scrolls to the open card, if its marker then stays in sight too. */
  reveal(): void;
  close(): void;
  /** Closes the card and gives focus back to its marker, where the card had it or took it. */
  dismiss(): void;
}

/** Pixels that stay free above and below a card that is scrolled to. */
const ROOM_AROUND = 48;

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

  const roomBelow = () => Math.min(options.composer.getBoundingClientRect().top, window.innerHeight);
  const place = () => {
    if (!open) return;
    const marker = markerNow(open);
    if (!marker) return close();
    if (marker !== open.marker) setState(open.marker, "closed");
    open.marker = marker;
    setState(marker, open.isPinned ? "pinned" : "preview");
    const content = cardOf(marker, options.answerOf);
    if (content) patchChildren(open.card, content);
    placeCard(open.card, { answer: open.answer, marker, roomBelow: roomBelow() });
  };
  const growth = new ResizeObserver(place);
  const close = () => {
    growth.disconnect();
    open?.card.remove();
    if (open) setState(open.marker, "closed");
    open = undefined;
  };
  const show = (marker: HTMLElement, isPinned: boolean) => {
    close();
    const answer = marker.closest<HTMLElement>(".answer");
    const card = answer && cardOf(marker, options.answerOf);
    if (!card) return;
    card.role = isPinned ? "dialog" : "tooltip";
    answer.append(card);
    open = { card, answer, marker, isPinned, offset: marker.dataset["offset"] };
    place();
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
    preview: (marker) => show(marker, false),
    pin: (marker) => {
      if (open?.marker !== marker) show(marker, true);
      if (!open) return;
      open.isPinned = true;
      open.card.role = "dialog";
      setState(marker, "pinned");
      open.card.focus({ preventScroll: true });
      open.card.scrollIntoView({ block: "nearest" });
    },
    place,
    reveal: () => {
      const boxes = [open?.card, open?.marker].flatMap((shown) => shown?.getBoundingClientRect() ?? []);
      const height =
        Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
      if (height < roomBelow() - ROOM_AROUND) open?.card.scrollIntoView({ block: "nearest" });
    },
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
function setState(marker: HTMLElement, state: "closed" | "preview" | "pinned"): void {
  marker.setAttribute("aria-expanded", String(state === "pinned"));
  if (state === "preview") marker.setAttribute("aria-describedby", CARD_ID);
  else marker.removeAttribute("aria-describedby");
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
  const card = citationCard(
    source,
    findCitation(state, { number, offset: Number(marker.dataset["offset"]) }),
  );
  card.dataset["number"] = String(number);
  const { sentence } = marker.dataset;
  if (sentence !== undefined) card.dataset["ofSentence"] = sentence;
  return card;
}
