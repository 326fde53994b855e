import { formulaElement } from "../math/formula-element.ts";
import { element } from "../page/element.ts";
import { glueMarkers } from "./glue-markers.ts";
import { type Piece, splitSigns } from "./place-signs.ts";

/** Punctuation behind a sentence's last marker still belongs to the sentence. */
const CLOSING = /^[.,;:!?…)\]”’»]*/;

interface OpenSentence {
  readonly start: string;
  readonly lastMarkerOffset: number;
  readonly isPastLastMarker: boolean;
}

/**
 * Turns the signs in rendered nodes into what they stand for: a button for each marker, an element for each formula, and
 * a span around each stretch of a cited sentence, which `data-sentence` names by the sentence's start.
 */
export function placeMarkers(root: DocumentFragment): void {
  let sentence: OpenSentence | undefined;
  for (const node of textNodes(root)) {
    if (isBetweenBlocks(node)) continue;
    const placed: Node[] = [];
    for (const { isGlued, pieces } of glueMarkers(splitSigns(node.data))) {
      const nodes: Node[] = [];
      for (const piece of pieces) {
        const step = place(piece, sentence);
        nodes.push(...step.nodes);
        sentence = step.sentence;
      }
      placed.push(...(isGlued ? [element("span", { class: "glued" }, ...nodes)] : nodes));
    }
    node.replaceWith(...placed);
  }
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  }
  return nodes;
}

/** White space between rows, cells or items holds no words; an element in its place would become a cell. */
function isBetweenBlocks(node: Text): boolean {
  return node.data.trim() === "" && node.parentElement?.matches("table, thead, tbody, tr, ul, ol") === true;
}

interface Step {
  readonly nodes: readonly Node[];
  readonly sentence: OpenSentence | undefined;
}

function place(piece: Piece, sentence: OpenSentence | undefined): Step {
  switch (piece.kind) {
    case "sentence": {
      const { start, lastMarkerOffset } = piece;
      return { nodes: [], sentence: { start: String(start), lastMarkerOffset, isPastLastMarker: false } };
    }
    case "marker": {
      const isPastLastMarker = sentence?.lastMarkerOffset === piece.offset;
      return {
        nodes: [markerButton(piece.number, piece.offset, sentence?.start)],
        sentence: sentence && { ...sentence, isPastLastMarker },
      };
    }
    case "formula": {
      const isOpen = sentence !== undefined && !sentence.isPastLastMarker;
      const formula = formulaElement(piece.source);
      return isOpen
        ? { nodes: [sentencePart(formula, sentence.start)], sentence }
        : { nodes: [formula], sentence: undefined };
    }
    case "text":
      return placeText(piece.text, sentence);
  }
}

function placeText(text: string, sentence: OpenSentence | undefined): Step {
  if (sentence === undefined) return { nodes: textNode(text), sentence };
  if (!sentence.isPastLastMarker) return { nodes: sentenceText(text, sentence.start), sentence };
  const end = CLOSING.exec(text)?.[0].length ?? 0;
  const nodes = [...sentenceText(text.slice(0, end), sentence.start), ...textNode(text.slice(end))];
  return { nodes, sentence: undefined };
}

function textNode(text: string): Node[] {
  return text === "" ? [] : [document.createTextNode(text)];
}

function sentenceText(text: string, start: string): Node[] {
  return text === "" ? [] : [sentencePart(text, start)];
}

function sentencePart(content: Node | string, start: string): Node {
  return element("span", { class: "sentence", "data-sentence": start }, content);
}

function markerButton(number: number, offset: number, sentence: string | undefined): HTMLButtonElement {
  const attributes = {
    type: "button",
    class: "marker",
    "data-number": String(number),
    "data-offset": String(offset),
    "data-sentence": sentence,
    "aria-haspopup": "dialog",
  };
  return element("button", attributes, String(number));
}
