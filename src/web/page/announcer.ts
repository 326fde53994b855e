/** Time that a screen reader gets before the next words; sentences that come faster are said together. */
const PAUSE_MS = 1000;

/**
 * Says words in a polite live region without cutting into what is being said. They leave it again afterwards: a reader
 * who walks the page finds them where they belong, and only there.
 */
export function createAnnouncer(region: HTMLElement): (words: string) => void {
  let waiting: readonly string[] = [];
  let isSpeaking = false;

  const sayNext = () => {
    isSpeaking = waiting.length > 0;
    region.textContent = waiting.join(" ");
    waiting = [];
    if (isSpeaking) setTimeout(sayNext, PAUSE_MS);
  };
  return (words) => {
    waiting = [...waiting, words];
    if (isSpeaking) return;
    isSpeaking = true;
    queueMicrotask(sayNext);
  };
}
