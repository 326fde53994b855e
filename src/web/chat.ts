import { type ChatAddress, readAddress, writeAddress } from "./chat/address.ts";
import { askButton } from "./chat/ask-button.ts";
import { createComposer } from "./chat/composer.ts";
import { createConversation } from "./chat/conversation.ts";
import { createEditing } from "./chat/edit-question.ts";
import { EXAMPLE_QUESTIONS } from "./chat/example-questions.ts";
import { listenForLighting } from "./chat/light-up.ts";
import { listenForActions } from "./chat/listen-for-actions.ts";
import { listenForCitations } from "./chat/listen-for-citations.ts";
import { listenForCopying } from "./chat/listen-for-copying.ts";
import { showReadiness } from "./chat/readiness-view.ts";
import { listenForShortcuts } from "./chat/shortcuts.ts";
import { createCheckDialog } from "./checking/check-dialog.ts";
import { createLimitDialog } from "./limit/limit-dialog.ts";
import { createLimit } from "./limit/limit-line.ts";
import { createChatStore } from "./memory/chat-store.ts";
import { createChatsDialog } from "./memory/chats-dialog.ts";
import { createKeeper } from "./memory/keeper.ts";
import type { KeptChat } from "./memory/kept-chat.ts";
import { storageTrouble } from "./memory/storage-trouble.ts";
import { tellOfKeeping } from "./memory/tell-of-keeping.ts";
import { createAnnouncer } from "./page/announcer.ts";
import { listenForDialogs } from "./page/dialogs.ts";
import { element } from "./page/element.ts";
import { findElement } from "./page/find-element.ts";
import { citedPaperIds } from "./stream/cited-papers.ts";

const container = findElement("#conversation", HTMLElement);
const newChat = findElement("#new-chat", HTMLButtonElement);
const headline = findElement(".headline", HTMLElement);
const notice = findElement("#notice", HTMLElement);
const trouble = findElement("#trouble", HTMLElement);
/** Says what a reader has to know now; it stays until the next question is asked. */
const say = (words: string) => {
  notice.textContent = words;
};
const showTrouble = (words: string) => {
  trouble.textContent = words;
};
const announce = createAnnouncer(findElement("#announcer", HTMLElement));
const store = createChatStore(Date.now);
const goOnAs = (id: string) => {
  conversation.goOnAs(id);
  showAddress();
};
const keeper = createKeeper(store, tellOfKeeping({ say, showTrouble, goOnAs }));

const showAddress = () => {
  const chatId = conversation.asked.length > 0 ? conversation.id : undefined;
  history.replaceState(null, "", writeAddress({ chatId, filter: limit.filter }));
};
const composer = createComposer({
  ask: (question) => {
    const { turn } = editing;
    editing.end();
    void (turn ? conversation.askInstead(turn, question) : conversation.ask(question));
  },
  stop: () => conversation.stop(),
  asked: () => (editing.turn ? [] : conversation.asked.map(({ question }) => question)),
  say: (words) => say(words),
  elsewhere: () => container.querySelector<HTMLElement>(".turn:last-child") ?? headline,
});
const limit = createLimit(findElement("#limit", HTMLElement), {
  change: (filter) => {
    document.body.toggleAttribute("data-limited", filter !== undefined);
    showAddress();
  },
  remove: () => composer.focus(),
});
const editing = createEditing(findElement("#editing", HTMLElement), composer, limit);
const conversation = createConversation({
  container,
  announce,
  filter: () => limit.filter,
  keep: keeper.keep,
  onPutBack: ({ failure = "Stopped." }) => say(`${failure} The earlier answer stays.`),
  onChange: ({ isRunning, isEmpty }) => {
    composer.setRunning(isRunning);
    newChat.hidden = isEmpty;
    document.body.dataset["state"] = isEmpty ? "empty" : "chatting";
    if (isRunning) say("");
    showAddress();
  },
});
const startOver = () => {
  keeper.flush();
  editing.leave();
  conversation.clear();
};
const show = (chat: KeptChat) => {
  keeper.opened(chat);
  conversation.restore(chat.id, chat.turns);
};
/** What the page shows becomes a step of the browser's history before it changes. */
const leaveBehind = () => history.pushState(null, "", location.href);

listenForCitations(container, {
  composer: composer.form,
  answerOf: (turn) => conversation.find(turn)?.answer,
});
listenForCopying(container, { find: conversation.find, announce });
listenForLighting(container);
listenForDialogs();
listenForActions({ conversation, composer, editing, limit, say });
listenForShortcuts(composer.box, {
  focusBox: () => composer.box.focus(),
  escape: () => (conversation.isRunning ? conversation.stop() : editing.leave()),
});
createCheckDialog(() => {
  const last = conversation.asked.at(-1);
  return last ? citedPaperIds(last.answer) : [];
});
createLimitDialog(() => limit.filter, limit.set);
createChatsDialog(store, {
  current: () => conversation.id,
  flush: keeper.flush,
  open: (chat) => {
    leaveBehind();
    startOver();
    show(chat);
    composer.focus();
  },
  leave: startOver,
});
findElement("#leave-editing", HTMLButtonElement).addEventListener("click", () => {
  editing.leave();
  composer.focus();
});
newChat.addEventListener("click", () => {
  leaveBehind();
  startOver();
  composer.focus();
});
addEventListener("pagehide", keeper.flush);
addEventListener("popstate", () => void showStep(readAddress(location.search)));

const examples = EXAMPLE_QUESTIONS.map((question) => element("li", {}, askButton(question)));
findElement("#examples", HTMLElement).append(...examples);
composer.focus();
await showStep(readAddress(location.search));
await showReadiness(
  findElement("#readiness", HTMLElement),
  findElement("#paper-count", HTMLElement),
  announce,
);

/** Shows what an address of the browser's history, or the one that the page was opened with, says. */
async function showStep({ chatId, filter }: ChatAddress): Promise<void> {
  if (chatId === undefined || chatId !== conversation.id) startOver();
  limit.set(filter);
  if (chatId !== undefined && chatId !== conversation.id) await restoreKept(chatId);
}

/** A chat that isn't kept here, as where an address was passed on, leaves a new one in its place, and says so. */
async function restoreKept(chatId: string): Promise<void> {
  try {
    const chat = await store.read(chatId);
    if (chat) show(chat);
    else say("That chat is not kept in this browser. Here is a new one.");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    say(storageTrouble(error));
  }
}
