import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the page and its console so far. */
  readonly problems: readonly string[];
  /** The paths asked for so far, with their method. */
  readonly requests: readonly string[];
}

/** Opens an address as a reader with nothing stored would, and listens to what goes wrong. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(address);
  return { page, problems, requests };
}

/** Types a question and sends it with Enter. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox").first().fill(question);
  await page.keyboard.press("Enter");
}

/** Waits until no answer is under way. */
export async function answered(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask", exact: true }).waitFor();
}
