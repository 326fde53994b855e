import type { Limit } from "../limit/limit-line.ts";
import { limitTo } from "./address.ts";
import type { Composer } from "./composer.ts";
import type { Conversation } from "./conversation.ts";
import type { Editing } from "./edit-question.ts";

/** Does what the buttons of the conversation say: ask a question, ask again, edit a question, limit the next ones. */
export function listenForActions(page: {
  readonly conversation: Conversation;
  readonly composer: Composer;
  readonly editing: Editing;
  readonly limit: Limit;
}): void {
  const { conversation, composer, editing, limit } = page;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-action]");
    if (!button) return;
    const turn = button.closest(".turn");
    const asked = turn && conversation.find(turn);
    switch (button.dataset["action"]) {
      case "ask":
        editing.end();
        void conversation.ask(button.dataset["question"] ?? "");
        break;
      case "retry":
        editing.end();
        if (turn) void conversation.retry(turn);
        break;
      case "edit":
        if (turn && asked) editing.start(turn, asked.question);
        return;
      case "limit":
        limit.set(limitTo({ paperIds: asked?.answer.sources.flatMap(({ paperId }) => paperId ?? []) ?? [] }));
    }
    // The button is gone or out of sight now, and focus must not be lost with it.
    composer.focus();
  });
}
