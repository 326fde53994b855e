import type { Limit } from "../limit/limit-line.ts";
import { citedPaperIds } from "../stream/cited-papers.ts";
import { limitTo } from "./address.ts";
import { type Composer, STILL_ANSWERING } from "./composer.ts";
import type { Conversation } from "./conversation.ts";
import type { Editing } from "./edit-question.ts";

/** What asks something, and so has to wait while an answer comes. */
const ASKING: ReadonlySet<string | undefined> = new Set(["ask", "ask-all", "retry"]);

/** Does what the buttons of the conversation say: ask a question, ask again, edit a question, limit the next ones. */
export function listenForActions(page: {
  readonly conversation: Conversation;
  readonly composer: Composer;
  readonly editing: Editing;
  readonly limit: Limit;
  readonly say: (words: string) => void;
}): void {
  const { conversation, composer, editing, limit, say } = page;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-action]");
    if (!button) return;
    const turn = button.closest(".turn");
    const asked = turn && conversation.find(turn);
    const action = button.dataset["action"];
    if (ASKING.has(action)) {
      if (conversation.isRunning) {
        say(STILL_ANSWERING);
        return;
      }
      editing.leave();
    }
    switch (action) {
      case "ask":
        void conversation.ask(button.dataset["question"] ?? "");
        break;
      case "ask-all":
        limit.set(undefined);
        if (asked) void conversation.ask(asked.question);
        break;
      case "retry":
        if (turn) void conversation.retry(turn);
        break;
      case "edit":
        if (turn && asked) editing.start(turn, asked);
        return;
      case "limit":
        limit.set(limitTo({ paperIds: asked ? citedPaperIds(asked.answer) : [] }));
    }
    // The button is gone or out of sight now, and focus must not be lost with it.
    composer.focus();
  });
}
