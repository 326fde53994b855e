import { renderMath } from "../math/render-math.ts";
import { counted } from "../page/counted.ts";
import { element } from "../page/element.ts";
import { passageText } from "../page/passage-text.ts";
import { quotedPassages } from "../page/quoted-passage.ts";
import type { Citation, Source } from "../stream/answer-part.ts";
import { RequestError } from "../stream/request-error.ts";
import { fetchAbstract, knownAbstract } from "./fetch-abstract.ts";

/**
 * Below a source, closed until the reader opens it: the whole abstract with all quotes marked, fetched at the first
 * opening; `unshown` of the quotes are seen nowhere else in the list. Nothing for a source without a paper.
 */
export function wholeAbstract(
  { paperId, title }: Pick<Source, "paperId" | "title">,
  { quotes, unshown }: { readonly quotes: readonly Citation[]; readonly unshown: number },
): readonly HTMLElement[] {
  if (paperId === undefined) return [];
  const more = unshown === 0 ? "" : `, ${counted(unshown, "more quote")}`;
  const details = element(
    "details",
    { class: "whole-abstract", "data-paper": paperId, "data-quotes": JSON.stringify(quotes.map(quoteOf)) },
    element(
      "summary",
      {},
      `Whole abstract${more}`,
      element("span", { class: "visually-hidden" }, ` of ${title}`),
    ),
    element("div", { class: "abstract-text" }),
  );
  details.addEventListener("toggle", () => {
    if (details.open) void fill(details);
  });
  show(details);
  return [details];
}

function quoteOf({ quote, quoteStart, quoteEnd }: Citation) {
  return { quote, quoteStart, quoteEnd };
}

/** What the details are of is read from themselves: while an answer grows, they may become another paper's. */
async function fill(details: HTMLElement): Promise<void> {
  const paperId = details.dataset["paper"];
  if (paperId === undefined) return;
  const body = details.querySelector(".abstract-text");
  if (knownAbstract(paperId) === undefined) body?.replaceChildren("Fetching the abstract …");
  try {
    await fetchAbstract(paperId, new AbortController().signal);
    show(details);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    body?.replaceChildren(error.message);
  }
}

function show(details: HTMLElement): void {
  const body = details.querySelector<HTMLElement>(".abstract-text");
  const text = knownAbstract(details.dataset["paper"] ?? "");
  if (!body || text === undefined) return;
  const quotes: ReturnType<typeof quoteOf>[] = JSON.parse(details.dataset["quotes"] ?? "[]");
  const whole = { text, start: 0 };
  const parts = quotedPassages(quotes, [whole]);
  body.replaceChildren(...(parts.length > 0 ? parts : [[{ text, isQuote: false }]]).map(passageText));
  void renderMath(body);
}
