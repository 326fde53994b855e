import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasFocus } from "../browser/dom-facts.ts";
import { answered, ask } from "../browser/open-page.ts";
import { usePage } from "../browser/use-page.ts";

const QUESTION = "How can a model learn to refuse unknown questions?";

const site = usePage();

const questions = (page: Page) => page.locator(".question").allTextContents();
const chats = (page: Page) => page.getByRole("dialog", { name: "Chats" });
const openChats = (page: Page) => page.getByRole("button", { name: "Chats" }).click();

const titles = (page: Page) => chats(page).locator(".chat-title").allTextContents();

/** What the list of chats gives as a file for a chat of this title. */
async function exported(page: Page, name: string, title: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chats(page)
      .getByRole("button", { name: `${name}: ${title}` })
      .click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Opens what a page shows in another tab of the same browser. */
async function inAnotherTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator(".turn").first().waitFor();
  return other;
}

/** Asks in a chat of its own. */
async function chatAbout(page: Page, question: string): Promise<void> {
  const newChat = page.getByRole("button", { name: "New chat" });
  if (await newChat.isVisible()) await newChat.click();
  await ask(page, question);
  await answered(page);
}

test("a chat is there again after a reload, and goes on with its history", async () => {
  const { page, problems } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  const text = await page.locator(".answer-text").innerText();
  expect(page.url()).toContain("?chat=");
  await page.reload();
  await page.locator(".source").first().waitFor();
  expect(await questions(page)).toEqual([QUESTION]);
  expect(await page.locator(".answer-text").innerText()).toBe(text);
  await page
    .getByRole("button", { name: /^citation 1/ })
    .first()
    .click();
  expect(await page.getByRole("dialog").locator("mark").count()).toBe(1);
  await page.keyboard.press("Escape");
  await ask(page, "And then?");
  await answered(page);
  expect(site.footnote.asked[1]?.conversation.history).toHaveLength(2);
  expect(problems).toEqual([]);
});

test("a reload in the middle of an answer keeps what came and offers to regenerate it", async () => {
  const { page, problems } = await site.open();
  await ask(page, "How can a slow model learn to refuse?");
  await page.locator(".answer-text").getByText("construct").waitFor();
  await page.reload();
  await page.getByText("The page was left before this answer had ended. What came is kept.").waitFor();
  expect(await page.locator(".answer-text").innerText()).toContain("construct");
  await expect.poll(() => site.footnote.abandoned()).toBe(1);
  await page.getByRole("button", { name: "Regenerate" }).click();
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  expect(await questions(page)).toEqual(["How can a slow model learn to refuse?"]);
  expect(problems).toEqual([]);
});

test("chats are listed newest first, opened, found, renamed and deleted", async () => {
  const { page, problems } = await site.open();
  await openChats(page);
  await chats(page).getByText("No chats yet.").waitFor();
  await page.keyboard.press("Escape");
  await chatAbout(page, QUESTION);
  await chatAbout(page, "Why do models hallucinate?");
  await openChats(page);
  await expect.poll(() => titles(page)).toEqual(["Why do models hallucinate?", QUESTION]);

  await chats(page)
    .getByRole("button", { name: `Rename: ${QUESTION}` })
    .click();
  await page.keyboard.type("Refusing");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Why do models hallucinate?", "Refusing"]);
  expect(await hasFocus(chats(page).getByRole("button", { name: "Refusing", exact: true }))).toBe(true);

  await chats(page).getByRole("searchbox").fill("knowledge intersection");
  await expect.poll(() => titles(page)).toEqual(["Refusing"]);
  await chats(page).getByRole("searchbox").fill("nothing like it");
  await chats(page).getByText("No chat holds “nothing like it”.").waitFor();
  await chats(page).getByRole("searchbox").fill("");

  await chats(page).getByRole("button", { name: "Delete: Why do models hallucinate?" }).click();
  await expect.poll(() => titles(page)).toEqual(["Refusing"]);
  expect(await questions(page)).toEqual([]);
  await chats(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => titles(page)).toEqual(["Why do models hallucinate?", "Refusing"]);
  await chats(page).getByRole("button", { name: "Delete: Why do models hallucinate?" }).click();
  await expect.poll(() => titles(page)).toEqual(["Refusing"]);

  await chats(page).getByRole("button", { name: "Refusing", exact: true }).click();
  await expect.poll(() => chats(page).count()).toBe(0);
  expect(await questions(page)).toEqual([QUESTION]);
  await page.reload();
  await openChats(page);
  await expect.poll(() => titles(page)).toEqual(["Refusing"]);
  expect(problems).toEqual([]);
});

test("a chat is exported as Markdown, with its references as BibTeX", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  await openChats(page);
  const markdown = await exported(page, "Markdown", QUESTION);
  expect(markdown.name).toBe("how-can-a-model-learn-to-refuse-unknown-questions.md");
  expect(markdown.text).toContain("bibliography: references.bib");
  expect(markdown.text).toContain(QUESTION);
  const references = await exported(page, "references.bib", QUESTION);
  expect(references.name).toBe("references.bib");
  const keys = [...references.text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(markdown.text).toContain(`[@${key}`);
  expect(problems).toEqual([]);
});

test("an address of a chat that isn't kept here starts a new one, and says so", async () => {
  const { page } = await site.open("/?chat=unknown");
  await page.getByText("That chat is not kept in this browser. Here is a new one.").waitFor();
  await ask(page, QUESTION);
  await answered(page);
  expect(page.url()).not.toContain("unknown");
});

test("the browser's way back leads to the chat before", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  await chatAbout(page, "Why do models hallucinate?");
  await page.goBack();
  await expect.poll(() => questions(page)).toEqual([QUESTION]);
  await page.goForward();
  await expect.poll(() => questions(page)).toEqual(["Why do models hallucinate?"]);
  await page.goBack();
  await ask(page, "And then?");
  await answered(page);
  expect(site.footnote.asked.at(-1)?.conversation.history).toHaveLength(2);
  expect(problems).toEqual([]);
});

test("what is done with a chat in an open list is done with what has come of it since", async () => {
  const { page, problems } = await site.open();
  const question = "How can a slow model learn to refuse?";
  await ask(page, question);
  await page.locator(".answer-text").getByText("construct").waitFor();
  await openChats(page);
  await expect.poll(() => titles(page)).toEqual([question]);
  await page.locator(".turn[data-phase=complete]").waitFor();
  const text = (await page.locator(".answer-text").innerText()).replace(/\s+/g, " ");
  const end = text.split(/[[\]\d]/)[0]?.slice(-20) ?? "";
  expect((await exported(page, "Markdown", question)).text).toContain(end);

  await chats(page).getByRole("button", { name: question, exact: true }).click();
  expect(await chats(page).count()).toBe(0);
  expect((await page.locator(".answer-text").innerText()).replace(/\s+/g, " ")).toBe(text);

  await openChats(page);
  await chats(page)
    .getByRole("button", { name: `Delete: ${question}` })
    .click();
  await chats(page).getByRole("button", { name: "Undo" }).click();
  await chats(page).getByRole("button", { name: question, exact: true }).click();
  await expect.poll(() => chats(page).count()).toBe(0);
  expect((await page.locator(".answer-text").innerText()).replace(/\s+/g, " ")).toBe(text);
  expect(problems).toEqual([]);
});

test("two tabs that go on with one chat both keep all of their turns", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  const other = await inAnotherTab(page);
  await ask(page, "And here?");
  await answered(page);
  await ask(other, "And there?");
  await other.getByText("Here it goes on as a copy; both are kept.").waitFor();
  await answered(other);
  expect(other.url()).not.toBe(page.url());
  await ask(other, "And then?");
  await answered(other);
  expect(await other.getByText("as a copy").count()).toBe(0);
  await other.reload();
  await expect.poll(() => questions(other)).toEqual([QUESTION, "And there?", "And then?"]);
  await page.reload();
  await expect.poll(() => questions(page)).toEqual([QUESTION, "And here?"]);
  await openChats(page);
  await expect.poll(() => titles(page)).toEqual([`${QUESTION} (copy)`, QUESTION]);
  expect(problems).toEqual([]);
});

test("a chat deleted in another tab stays deleted until it is asked on here, and then is a new one", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  const address = page.url();
  const other = await inAnotherTab(page);
  await openChats(page);
  await expect.poll(() => titles(page)).toEqual([QUESTION]);
  await openChats(other);
  await chats(other)
    .getByRole("button", { name: `Delete: ${QUESTION}` })
    .click();
  await chats(other).getByRole("button", { name: "Undo" }).waitFor();
  await chats(page)
    .getByRole("button", { name: `Markdown: ${QUESTION}` })
    .click();
  await chats(page).getByText("That chat has been deleted in another tab.").waitFor();
  expect(await titles(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await ask(page, "And then?");
  await page.getByText("What you see here is kept as a new chat.").waitFor();
  await answered(page);
  expect(page.url()).not.toBe(address);
  await page.reload();
  await expect.poll(() => questions(page)).toEqual([QUESTION, "And then?"]);
  expect(problems).toEqual([]);
});

test.each([
  ["no room left", "IDBObjectStore.prototype", "put", "QuotaExceededError"],
  ["A private window may be the reason", "IDBFactory.prototype", "open", "SecurityError"],
])("what can't be kept is said (%s) until it can, and is kept then", async (words, owner, method, error) => {
  const { page } = await site.open();
  await page.evaluate(`
    const real = ${owner}.${method};
    ${owner}.${method} = function (...values) {
      if (!window.mended) throw new DOMException("", "${error}");
      return real.apply(this, values);
    };
  `);
  await chatAbout(page, QUESTION);
  expect(await page.getByText(words).isVisible()).toBe(true);
  await page.evaluate("window.mended = true");
  await ask(page, "And then?");
  await answered(page);
  await expect.poll(() => page.getByText(words).count()).toBe(0);
  await page.reload();
  await expect.poll(() => questions(page)).toEqual([QUESTION, "And then?"]);
});

test("a name half typed stays while chats are searched", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  await openChats(page);
  await chats(page)
    .getByRole("button", { name: `Rename: ${QUESTION}` })
    .click();
  await page.keyboard.type("Half a na");
  for (const words of ["nothing like it", "refuse"]) await chats(page).getByRole("searchbox").fill(words);
  const name = chats(page).getByRole("textbox", { name: "Name of this chat" });
  expect(await name.inputValue()).toBe("Half a na");
  await name.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Half a na"]);
  expect(problems).toEqual([]);
});

test("references of which one is gone name it, and give the others", async () => {
  const { footnote } = site;
  const gone: string[] = [];
  await site.serve({
    ...footnote,
    findPaper: async (paperId) => (gone.includes(paperId) ? undefined : await footnote.findPaper(paperId)),
  });
  const { page } = await site.open();
  await chatAbout(page, QUESTION);
  await openChats(page);
  const whole = (await exported(page, "references.bib", QUESTION)).text;
  const [first = "", second = ""] = [...whole.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
  gone.push(first);
  const rest = (await exported(page, "references.bib", QUESTION)).text;
  expect(rest).toMatch(/^% Missing: “.+”/);
  expect(rest).toContain(`(${first})`);
  expect(rest).toContain(`{${second},`);
});
