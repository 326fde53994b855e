/**
 * The element of this kind that the page's own HTML holds.
 * @throws where page and script don't fit each other.
 */
export function findElement<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} at ${selector}.`);
}
