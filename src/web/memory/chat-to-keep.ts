import type { AskedQuestion } from "../stream/conversation-messages.ts";
import { asKept, type KeptChat, titleOf } from "./kept-chat.ts";

/** What a page knows of a chat when it keeps its turns. */
export interface KeepingPage {
  /** Under which the chat is to be kept. */
  readonly id: string;
  /** The chat's version as this page read it; undefined where it has not. */
  readonly version: number | undefined;
  /** Names the page, as it was loaded once in one tab. */
  readonly writer: string;
  /** Whether this page has read or kept the chat under this id. */
  readonly isKept: boolean;
  /** Whether a question was asked since this page last kept it. */
  readonly isAskedOn: boolean;
  /** Under which the turns are kept where another tab's would be lost. */
  readonly copyId: string;
}

/** Why a chat is kept as a copy: another tab has changed or deleted it. */
export type Apart = "changed" | "deleted";

/** What to write, and why under the copy's id, if so; `deleted` alone where the turns are not kept. */
export type ToKeep =
  | { readonly chat: KeptChat; readonly apart?: Apart | undefined }
  | { readonly chat?: undefined; readonly apart: "deleted" };

/**
 * What becomes of a page's turns, given the chat that is stored under its id. A page goes on from what it last read or kept
 * itself. What another tab has written since stays, and the turns are a copy beside it. Where another tab has deleted the
 * chat, it doesn't come back by an answer that was still under way, only as a new chat when the reader asks on.
 */
export function chatToKeep(
  stored: KeptChat | undefined,
  page: KeepingPage,
  { turns, now }: { readonly turns: readonly AskedQuestion[]; readonly now: number },
): ToKeep {
  const kept = { writer: page.writer, changedAt: now, turns: asKept(turns) };
  const begun = { ...kept, version: 1, startedAt: now };
  if (!stored) {
    if (!page.isKept) return { chat: { ...begun, id: page.id } };
    return { ...(page.isAskedOn && { chat: { ...begun, id: page.copyId } }), apart: "deleted" };
  }
  const version = versionOf(stored);
  if (stored.writer === page.writer || version === page.version)
    return { chat: { ...stored, ...kept, version: version + 1 } };
  return { chat: { ...begun, id: page.copyId, name: `${titleOf(stored)} (copy)` }, apart: "changed" };
}

/** Chats that were kept before versions were counted have none. */
export function versionOf({ version }: Pick<KeptChat, "version">): number {
  return version ?? 0;
}
