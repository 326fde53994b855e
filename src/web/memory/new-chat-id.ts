/** An id that no other chat has. `crypto.randomUUID` is missing where the page is read over plain http from another machine. */
export function newChatId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
