import { markPlaces } from "../markdown/mark-places.ts";
import { markdownBlocks } from "../markdown/markdown-blocks.ts";
import { placeMarkers } from "../markdown/place-markers.ts";
import { repairMarkdown } from "../markdown/repair-markdown.ts";
import { sanitiseHtml } from "../markdown/sanitise-html.ts";
import { drawWaitingFormulas } from "../math/render-math.ts";
import { element } from "../page/element.ts";
import { patchChildren } from "../page/patch-children.ts";
import type { AnswerState } from "../stream/answer-state.ts";
import { labelMarkers } from "./label-markers.ts";

/**
 * A function that shows an answer's text in `container`, as often as it grows. Only blocks whose Markdown has changed
 * are made anew, and of those only the nodes that differ.
 */
export function answerTextView(container: HTMLElement): (state: AnswerState) => void {
  let shown: readonly string[] = [];
  return (state) => {
    const marked = markPlaces(state.text, {
      numbers: new Set(state.sources.map(({ number }) => number)),
      sentences: state.citations,
      isGrowing: state.phase === "running",
    });
    const blocks = markdownBlocks(state.phase === "complete" ? marked : repairMarkdown(marked));
    for (const [index, block] of blocks.entries()) {
      if (shown[index] === block.source) continue;
      const fragment = sanitiseHtml(block.toHtml());
      placeMarkers(fragment);
      patchChildren(blockElement(container, index), fragment);
    }
    for (const extra of [...container.children].slice(blocks.length)) extra.remove();
    shown = blocks.map(({ source }) => source);
    labelMarkers(container, state);
    if (container.querySelector(".formula:not([data-drawn])")) void drawWaitingFormulas();
  };
}

function blockElement(container: HTMLElement, index: number): Element {
  return container.children[index] ?? container.appendChild(element("div", { class: "block" }));
}
