import { type Formula, findFormulas } from "./find-formulas.ts";
import { drawFormulas, formulaElement } from "./formula-element.ts";
import { loadedKatex, loadKatex } from "./load-katex.ts";

/** Text in these is shown as it was written. */
const LITERAL = "code, pre, textarea, script, style, .formula";

/**
 * Draws the formulas in an element that holds plain text, marks and links: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. Done at
 * once where KaTeX is there already; else it is loaded first, and what the page shows of such elements by then is drawn.
 * Without KaTeX, and where there is no formula, the text stays.
 */
export async function renderMath(container: HTMLElement): Promise<void> {
  if (findFormulas(container.textContent).formulas.length === 0) return;
  container.dataset["math"] = "";
  if (loadedKatex()) draw(container);
  else await drawWhenLoaded(container);
}

/** Loads KaTeX for the formulas of an answer's text, which wait for it in their places. */
export async function drawWaitingFormulas(): Promise<void> {
  await drawWhenLoaded();
}

async function drawWhenLoaded(container?: HTMLElement): Promise<void> {
  try {
    await loadKatex();
  } catch {
    return;
  }
  if (container) draw(container);
  for (const shown of document.querySelectorAll<HTMLElement>("[data-math]")) draw(shown);
  drawFormulas(document);
}

function draw(container: HTMLElement): void {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && !currentNode.parentElement?.closest(LITERAL)) texts.push(currentNode);
  }
  for (const text of texts) {
    const { formulas } = findFormulas(text.data);
    if (formulas.length > 0) text.replaceWith(...pieces(text.data, formulas));
  }
}

function pieces(text: string, formulas: readonly Formula[]): readonly (Node | string)[] {
  const shown: (Node | string)[] = [];
  let end = 0;
  for (const formula of formulas) {
    shown.push(text.slice(end, formula.start), formulaElement(text.slice(formula.start, formula.end)));
    end = formula.end;
  }
  return [...shown, text.slice(end)].filter((piece) => piece !== "");
}
