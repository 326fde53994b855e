import { expect, test } from "vitest";
import { findChromium } from "./browser/find-chromium.ts";
import { openBrowser } from "./browser/open-browser.ts";
import { answered, ask, openPage } from "./browser/open-page.ts";
import { scriptedFootnote } from "./browser/scripted-footnote.ts";
import { servePage } from "./browser/serve-page.ts";

const chromium = findChromium();

if (chromium === undefined) {
  test.skip("SKIPPED: no Chromium was found for the browser smoke test (install one, or set CHROMIUM_PATH)", () => {});
} else {
  test("a reader asks in a browser, sees a marker, and opens the quote behind it", async () => {
    const server = await servePage(scriptedFootnote());
    const browser = await openBrowser(chromium);
    try {
      const { page, problems } = await openPage(browser, server.address);
      await ask(page, "How can a model learn to refuse?");
      await answered(page);
      await page
        .getByRole("button", { name: /^citation 2: Know the Unknown/ })
        .first()
        .click();
      const card = page.getByRole("dialog");
      expect(await card.locator("mark").textContent()).toMatch(/^In the first stage/);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
