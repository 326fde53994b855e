/**
 * While the reader points at a sentence, a marker, its card or a source, what belongs together is lit: the sentence, its markers
 * and their papers.
 */
export function listenForLighting(conversation: HTMLElement): void {
  const light = (target: EventTarget | null) => {
    for (const lit of conversation.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    if (!(target instanceof Element)) return;
    for (const related of relatedTo(target)) related.setAttribute("data-lit", "");
  };
  conversation.addEventListener("pointerover", (event) => light(event.target));
  conversation.addEventListener("pointerleave", () => light(null));
  conversation.addEventListener("focusin", (event) => light(event.target));
  conversation.addEventListener("focusout", () => light(null));
}

function relatedTo(target: Element): readonly Element[] {
  const turn = target.closest(".turn");
  const pointed = target.closest<HTMLElement>(".sentence, .marker, .source, .card");
  if (!turn || !pointed) return [];
  const all = [...turn.querySelectorAll<HTMLElement>(".sentence, .marker")];
  const { number, sentence = pointed.dataset["ofSentence"] } = pointed.dataset;
  const isSource = pointed.matches(".source");
  const sentences = isSource
    ? new Set(all.filter((part) => part.dataset["number"] === number).map((part) => part.dataset["sentence"]))
    : new Set([sentence]);
  const parts = all.filter(
    (part) =>
      part === pointed || (part.dataset["sentence"] !== undefined && sentences.has(part.dataset["sentence"])),
  );
  if (isSource) return [pointed, ...parts];
  const numbers = new Set(parts.flatMap((part) => part.dataset["number"] ?? []));
  const sources = [...turn.querySelectorAll<HTMLElement>(".source")];
  return [...parts, ...sources.filter((source) => numbers.has(source.dataset["number"] ?? ""))];
}
