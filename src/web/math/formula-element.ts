import { element } from "../page/element.ts";
import { drawFormula, type Katex } from "./draw-formula.ts";
import { type Formula, findFormulas } from "./find-formulas.ts";
import { loadedKatex } from "./load-katex.ts";

/** Pixels of a formula's unbroken part from which it may be wider than a narrow window. */
const WIDE = 240;

/**
 * An element for a formula as it was written, delimiters included: drawn where KaTeX is there, else its source until
 * `drawFormulas` is called. One that KaTeX can't read stays its source.
 */
export function formulaElement(source: string): HTMLElement {
  const built = element("span", { class: "formula", "data-formula": source }, source);
  draw(built);
  return built;
}

/** Draws the formulas in `root` that wait for KaTeX. */
export function drawFormulas(root: ParentNode): void {
  for (const waiting of root.querySelectorAll<HTMLElement>(".formula:not([data-drawn])")) draw(waiting);
}

function draw(shown: HTMLElement): void {
  const katex = loadedKatex();
  if (!katex) return;
  const formula = singleFormula(shown.dataset["formula"] ?? "");
  const drawn = formula && drawnOnce(formula, katex);
  shown.dataset["drawn"] = drawn ? "yes" : "no";
  if (!drawn) return;
  shown.replaceChildren(drawn.cloneNode(true));
  if (formula.isDisplay) shown.dataset["display"] = "";
  for (const base of shown.querySelectorAll(".katex-base")) widths.observe(base);
}

/** The block that an answer grows by is made anew with each word: its formulas are drawn the first time only. */
function drawnOnce(formula: Formula, katex: Katex): Node | undefined {
  const key = `${formula.isDisplay} ${formula.tex}`;
  if (drawings.size >= MAX_DRAWINGS) drawings.clear();
  if (!drawings.has(key)) drawings.set(key, drawFormula(formula, katex));
  return drawings.get(key);
}

const drawings = new Map<string, Node | undefined>();

/** More than any conversation holds; it bounds what a long-lived page keeps. */
const MAX_DRAWINGS = 1000;

function singleFormula(source: string): Formula | undefined {
  const [formula] = findFormulas(source).formulas;
  return formula?.start === 0 && formula.end === source.length ? formula : undefined;
}

/** A wide formula scrolls inside itself, and can then be scrolled by keyboard too. */
const widths = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const formula = contentRect.width > WIDE && target.closest<HTMLElement>(".formula");
    if (!formula) continue;
    formula.dataset["wide"] = "";
    formula.tabIndex = 0;
    formula.role = "group";
    formula.ariaLabel = "Wide formula";
  }
});
