/** What the reader, not the data, has set: which details are open, which citation is shown or lit. */
const READERS_ATTRIBUTES: ReadonlySet<string> = new Set(["open", "aria-expanded", "data-lit"]);

/**
 * Makes the children of `shown` equal to those of `next`, changing only what differs, so that focus, selection and
 * hovering survive while an answer grows. `next` is used up.
 */
export function patchChildren(shown: ParentNode & Node, next: ParentNode & Node): void {
  const wanted = [...next.childNodes];
  for (const [index, node] of wanted.entries()) {
    const current = shown.childNodes[index];
    if (current === undefined) shown.appendChild(node);
    else patchNode(current, node);
  }
  for (const extra of [...shown.childNodes].slice(wanted.length)) extra.remove();
}

function patchNode(current: ChildNode, next: ChildNode): void {
  if (current instanceof Text && next instanceof Text) {
    if (current.data !== next.data) current.data = next.data;
  } else if (isDrawing(current) || isDrawing(next)) {
    if (!isSameDrawing(current, next)) current.replaceWith(next);
  } else if (current instanceof Element && next instanceof Element && current.nodeName === next.nodeName) {
    patchAttributes(current, next);
    patchChildren(current, next);
  } else {
    current.replaceWith(next);
  }
}

/** A formula is drawn by a library, so it is replaced whole or not at all. */
function isDrawing(node: ChildNode): node is HTMLElement {
  return node instanceof HTMLElement && node.dataset["formula"] !== undefined;
}

function isSameDrawing(current: ChildNode, next: ChildNode): boolean {
  if (!isDrawing(current) || !isDrawing(next)) return false;
  const isNewer = next.dataset["drawn"] !== undefined && current.dataset["drawn"] === undefined;
  return current.dataset["formula"] === next.dataset["formula"] && !isNewer;
}

function patchAttributes(current: Element, next: Element): void {
  for (const name of current.getAttributeNames()) {
    if (!next.hasAttribute(name) && !READERS_ATTRIBUTES.has(name)) current.removeAttribute(name);
  }
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name) ?? "";
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  }
}
