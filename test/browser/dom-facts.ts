import type { Locator, Page } from "playwright-core";

/*
 * What only the browser itself can tell. Everything is reached from the element at hand: the names of the DOM are not
 * known where these tests are type-checked.
 */

export async function hasFocus(locator: Locator): Promise<boolean> {
  return await locator.evaluate((element) => element === element.ownerDocument.activeElement);
}

/** A property of an element's computed style. */
export async function styleOf(locator: Locator, property: string): Promise<string> {
  return await locator.evaluate(
    (element, name) =>
      element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue(name) ?? "",
    property,
  );
}

/** Pixels by which the page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
}

/** Whether the open card lies over any line of the marker's sentence. */
export async function cardCoversSentence(marker: Locator): Promise<boolean> {
  return await marker.evaluate((button) => {
    const answer = button.closest(".answer");
    const card = answer?.querySelector(".card")?.getBoundingClientRect();
    const name = button.getAttribute("data-sentence");
    const lines = [...(answer?.querySelectorAll(`[data-sentence="${name}"]`) ?? [])].flatMap((part) => [
      ...part.getClientRects(),
    ]);
    if (!card || lines.length < 2) throw new Error("There is no card, or no sentence.");
    return lines.some(
      ({ top, bottom, left, right }) =>
        top < card.bottom && bottom > card.top && left < card.right && right > card.left,
    );
  });
}

/** Keeps all that the page's live region says from now on; the function gives it, oldest first. */
export async function listenToAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(`
    window.heard = [];
    const region = document.querySelector("#announcer");
    new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
  `);
  return async () => (await page.evaluate<readonly string[]>("window.heard")).filter((words) => words !== "");
}
