import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "./check-accessibility.ts";
import { sidewaysScroll } from "./dom-facts.ts";
import type { PageInUse } from "./use-page.ts";

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
  // Also what 200% zoom leaves of a window of 640 pixels.
  { width: 320, height: 640 },
] as const;

/**
 * Opens a path in windows of every width at once, goes on in each to the state that `reach` leads to, and expects that axe
 * finds nothing wrong with it, light or dark, and that it doesn't scroll sideways.
 */
export async function expectToFitEveryView(
  site: PageInUse,
  path: string,
  reach: (page: Page) => Promise<void>,
): Promise<void> {
  await Promise.all(
    WINDOWS.map(async (viewport) => {
      const { page } = await site.open(path, { viewport });
      await reach(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const view = `${colorScheme}, ${viewport.width} pixels wide`;
        expect(await accessibilityViolations(page), view).toEqual([]);
        expect(await sidewaysScroll(page), view).toBe(0);
      }
      await page.context().close();
    }),
  );
}
