import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { styleOf } from "../browser/dom-facts.ts";
import { expectToFitEveryView } from "../browser/every-view.ts";
import { answered, ask } from "../browser/open-page.ts";
import { usePage } from "../browser/use-page.ts";

/** Each state of the page, and how a reader gets there from a page just opened. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: (page) => page.getByText("5 papers").waitFor(),
  indexing: (page) => page.getByRole("progressbar").waitFor(),
  "waiting for the index": async (page) => {
    await ask(page, "Why?");
    await page.locator(".turn").getByText("Your question waits for them.").waitFor();
  },
  streaming: async (page) => {
    await ask(page, "A held question");
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

const site = usePage();

test.each(Object.entries(STATES))(
  "the page is accessible and fits every width when %s",
  async (state, reach) => {
    if (/index/.test(state))
      site.footnote.setProgress({ papersDone: 80, papersTotal: 320, papersPerSecond: 12 });
    await expectToFitEveryView(site, "/", reach);
  },
);

test.each([
  "/papers",
  "/papers/halogen-fantastic-llm-hallucinations-and-where-to-find-them#quote=0-60",
  "/papers/unknown",
])("%s is accessible and fits every width", async (path) => {
  await expectToFitEveryView(site, path, (page) =>
    page
      .getByText(/5 papers|Ask about this paper|Try again/)
      .first()
      .waitFor(),
  );
});

test("motion stops for readers who ask for that", async () => {
  const { page } = await site.open("/", { reducedMotion: "reduce" });
  await ask(page, "A slow question");
  expect(await styleOf(page.locator(".pulse"), "animation-name")).toBe("none");
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
