import { askButton } from "./chat/ask-button.ts";
import { createComposer } from "./chat/composer.ts";
import { createConversation } from "./chat/conversation.ts";
import { EXAMPLE_QUESTIONS } from "./chat/example-questions.ts";
import { listenForLighting } from "./chat/light-up.ts";
import { listenForCitations } from "./chat/listen-for-citations.ts";
import { limitToPaper } from "./chat/only-paper.ts";
import { showReadiness } from "./chat/readiness-view.ts";
import { createAnnouncer } from "./page/announcer.ts";
import { element } from "./page/element.ts";
import { findElement } from "./page/find-element.ts";

const container = findElement("#conversation", HTMLElement);
const newChat = findElement("#new-chat", HTMLButtonElement);
const announce = createAnnouncer(findElement("#announcer", HTMLElement));
const onlyPaper = limitToPaper(
  findElement("#only-paper", HTMLElement),
  new URLSearchParams(location.search).get("paper"),
);

const composer = createComposer({
  ask: (question) => void conversation.ask(question),
  stop: () => conversation.stop(),
});
const conversation = createConversation({
  container,
  announce,
  paperIds: () => onlyPaper.paperIds,
  onChange: ({ isRunning, isEmpty }) => {
    composer.setRunning(isRunning);
    newChat.hidden = isEmpty;
    document.body.dataset["state"] = isEmpty ? "empty" : "chatting";
  },
});

listenForCitations(container, { composer: composer.form, answerOf: conversation.answerOf });
listenForLighting(container);
newChat.addEventListener("click", () => {
  conversation.clear();
  composer.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) conversation.stop();
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>("[data-action]");
  if (!button) return;
  const turn = button.closest(".turn");
  if (button.dataset["action"] === "ask") void conversation.ask(button.dataset["question"] ?? "");
  if (button.dataset["action"] === "retry" && turn) void conversation.retry(turn);
  // The button is gone or out of sight now, and focus must not be lost with it.
  composer.focus();
});

const examples = EXAMPLE_QUESTIONS.map((question) => element("li", {}, askButton(question)));
findElement("#examples", HTMLElement).append(...examples);
composer.focus();
await showReadiness(
  findElement("#readiness", HTMLElement),
  findElement("#paper-count", HTMLElement),
  announce,
);
