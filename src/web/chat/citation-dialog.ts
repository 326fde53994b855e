import type { AnswerState } from "../stream/answer-state.ts";
import { citationCard } from "./citation-card.ts";
import { findCitation } from "./find-citation.ts";
import { placeCard } from "./place-card.ts";

interface OpenCard {
  readonly card: HTMLElement;
  readonly marker: HTMLElement;
  readonly answer: HTMLElement;
}

/**
 * Opens the card behind a marker by click, tap or key, and keeps it open until it is dismissed by Escape, its close
 * button or a click elsewhere; focus then returns to the marker. Left and right walk an answer's citations.
 */
export function listenForCitations(options: {
  readonly conversation: HTMLElement;
  readonly composer: HTMLElement;
  readonly answerOf: (turn: Element) => AnswerState | undefined;
}): void {
  const { conversation, composer, answerOf } = options;
  let open: OpenCard | undefined;

  const place = () => {
    if (open) placeCard(open.card, { ...open, roomBelow: composer.getBoundingClientRect().top });
  };
  const close = () => {
    open?.card.remove();
    open?.marker.setAttribute("aria-expanded", "false");
    open = undefined;
  };
  const dismiss = () => {
    const marker = open?.marker;
    close();
    marker?.focus({ preventScroll: true });
  };
  const show = (marker: HTMLElement) => {
    close();
    const answer = marker.closest<HTMLElement>(".answer");
    const card = answer && cardOf(marker, answerOf);
    if (!card) return;
    answer.append(card);
    marker.setAttribute("aria-expanded", "true");
    open = { card, marker, answer };
    place();
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  conversation.addEventListener("click", ({ target }) => {
    const marker = closest(target, ".marker");
    if (marker && marker === open?.marker) dismiss();
    else if (marker) show(marker);
    else if (closest(target, ".card-close")) dismiss();
  });
  document.addEventListener("click", ({ target }) => {
    if (!open || closest(target, ".marker, .card")) return;
    const isElsewhere =
      document.activeElement !== document.body && !open.card.contains(document.activeElement);
    if (isElsewhere) close();
    else dismiss();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopImmediatePropagation();
      dismiss();
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const from = closest(event.target, ".marker") ?? (closest(event.target, ".card") && open?.marker);
    const neighbour = step !== 0 && from ? neighbourOf(from, step) : undefined;
    if (!neighbour) return;
    event.preventDefault();
    if (open) show(neighbour);
    else neighbour.focus();
  });
  window.addEventListener("resize", place);
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

function neighbourOf(marker: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const markers = [...(marker.closest(".answer")?.querySelectorAll<HTMLElement>(".marker") ?? [])];
  return markers[markers.indexOf(marker) + step];
}

function closest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(selector)) || undefined;
}
