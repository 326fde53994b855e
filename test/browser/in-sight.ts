import type { Locator, Page } from "playwright-core";

/** Whether the middle of the element is in the window and nothing lies over it. */
export async function isInSight(locator: Locator): Promise<boolean> {
  return await locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const met = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return met !== null && (element.contains(met) || met.contains(element));
  });
}

/** Whether any line of the marker's sentence is above or below the window. */
export async function sentenceLeavesWindow(marker: Locator): Promise<boolean> {
  return await marker.evaluate((button) => {
    const name = button.getAttribute("data-sentence");
    const lines = [...(button.closest(".answer")?.querySelectorAll(`[data-sentence="${name}"]`) ?? [])].map(
      (part) => part.getBoundingClientRect(),
    );
    const height = button.ownerDocument.documentElement.clientHeight;
    return lines.some(({ top, bottom }) => top < -1 || bottom > height + 1);
  });
}

/** Pixels between the open card and the question box, or the window's end where that comes first. */
export async function roomBelowCard(page: Page): Promise<number> {
  return await page.evaluate<number>(`
    Math.min(innerHeight, document.querySelector("#composer").getBoundingClientRect().top) -
      document.querySelector(".card").getBoundingClientRect().bottom
  `);
}

/** Whether a finger meets the element wherever it lands in a square of so many pixels around its middle. */
export async function targetAround(locator: Locator, size: number): Promise<boolean> {
  return await locator.evaluate((element, length) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const reach = length / 2 - 0.5;
    const steps = [-reach, 0, reach];
    return steps.every((right) =>
      steps.every(
        (down) =>
          element.ownerDocument.elementFromPoint(left + width / 2 + right, top + height / 2 + down) ===
          element,
      ),
    );
  }, size);
}
