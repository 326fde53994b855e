import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityViolations } from "../browser/check-accessibility.ts";
import { sidewaysScroll, styleOf } from "../browser/dom-facts.ts";
import { findChromium } from "../browser/find-chromium.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { answered, ask, openPage } from "../browser/open-page.ts";
import { scriptedFootnote } from "../browser/scripted-footnote.ts";
import { servePage } from "../browser/serve-page.ts";

/** Each state of the page, and how a reader gets there from a page just opened. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: (page) => page.getByText("5 papers").waitFor(),
  indexing: (page) => page.getByRole("progressbar").waitFor(),
  "waiting for the index": async (page) => {
    await ask(page, "Why?");
    await page.locator(".turn").getByText("Your question waits for them.").waitFor();
  },
  streaming: async (page) => {
    await ask(page, "A slow question");
    await page
      .getByRole("button", { name: /^citation/ })
      .first()
      .waitFor();
  },
  answered: (page) => askAndWait(page, "How can a model learn to refuse?"),
  "answered with doubts": (page) => askAndWait(page, "Why do models hallucinate?"),
  "with an open citation": async (page) => {
    await askAndWait(page, "Why do models hallucinate?");
    await page
      .getByRole("button", { name: /^citation 2/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
  },
  "explaining why a paper was found": async (page) => {
    await askAndWait(page, "How can a model learn to refuse?");
    await page.getByText("Why this paper?").first().click();
    await page.getByRole("table").first().waitFor();
  },
  "listing the shortcuts": (page) => open(page, "Shortcuts"),
  "choosing papers": async (page) => {
    await open(page, "Ask only these");
    await page.getByLabel("Some papers").check();
    await page.getByLabel("Find papers by title or topic").fill("hallucinat");
    await page.getByRole("checkbox").first().check();
  },
  "choosing pages": async (page) => {
    await open(page, "Ask only these");
    await page.getByLabel("Some pages").check();
    await page.getByRole("checkbox").first().waitFor();
  },
  "asking only some papers, and editing": async (page) => {
    await askAndWait(page, "How can a model learn to refuse?");
    await page.getByRole("button", { name: "Ask only these papers" }).click();
    await page.getByText(/^Only R-Tuning/).waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
  },
  "showing a checked sentence": async (page) => {
    await open(page, "Check a sentence");
    await page.getByRole("textbox", { name: "A sentence about the papers" }).fill("It makes models worse.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Contradicted" }).waitFor();
  },
  "listing chats, one being renamed": async (page) => {
    await askAndWait(page, "How can a model learn to refuse?");
    await open(page, "Chats");
    await page.getByRole("button", { name: /^Rename/ }).click();
  },
  refused: (page) => askAndWait(page, "What about the weather?"),
  helping: (page) => askAndWait(page, "Hello"),
  failed: (page) => askAndWait(page, "What fails?"),
  stopped: async (page) => {
    await ask(page, "A slow question");
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator(".turn").getByText("Stopped").waitFor();
  },
};

const VIEWS = [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { colorScheme: "light", viewport: { width: 360, height: 740 } },
  // 320 pixels are also what 200% zoom leaves of a window of 640.
  { colorScheme: "dark", viewport: { width: 320, height: 640 } },
] as const;

const footnote = scriptedFootnote();
let browser: Browser;
let server: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  browser = await openBrowser(chromium);
  server = await servePage(footnote);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(Object.keys(STATES))("the page is accessible and fits every width when %s", async (state) => {
  const isIndexing = /index/.test(state);
  footnote.setProgress(isIndexing ? { papersDone: 80, papersTotal: 320, papersPerSecond: 12 } : undefined);
  for (const view of VIEWS) {
    const { page } = await openPage(browser, server.address, view);
    await STATES[state]?.(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  }
});

test.each([
  "/papers",
  "/papers/halogen-fantastic-llm-hallucinations-and-where-to-find-them#quote=0-60",
  "/papers/unknown",
])("%s is accessible and fits every width", async (path) => {
  footnote.setProgress(undefined);
  for (const view of VIEWS) {
    const { page } = await openPage(browser, `${server.address}${path}`, view);
    await page
      .getByText(/5 papers|Ask about this paper|Try again/)
      .first()
      .waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  }
});

test("motion stops for readers who ask for that", async () => {
  footnote.setProgress(undefined);
  const { page } = await openPage(browser, server.address, { reducedMotion: "reduce" });
  await ask(page, "A slow question");
  expect(await styleOf(page.locator(".pulse"), "animation-name")).toBe("none");
  await page.context().close();
});

async function askAndWait(page: Page, question: string): Promise<void> {
  await ask(page, question);
  await page.locator(".turn").waitFor();
  await answered(page);
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("dialog").waitFor();
}
