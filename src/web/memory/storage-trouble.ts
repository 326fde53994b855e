/** Why this browser doesn't keep a chat, and what the reader can do; from what it rejected with. */
export function storageTrouble(error: unknown): string {
  const isFull = error instanceof Error && error.name === "QuotaExceededError";
  return isFull ? NO_ROOM : NOT_ALLOWED;
}

const NO_ROOM =
  "This browser has no room left for this chat. Delete chats that you no longer need, and it is kept again.";

const NOT_ALLOWED = "This browser doesn’t let Footnote keep chats. A private window may be the reason.";
