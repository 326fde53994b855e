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
  const titles = () => chats(page).locator(".chat-title").allTextContents();
  await expect.poll(titles).toEqual(["Why do models hallucinate?", QUESTION]);

  await chats(page)
    .getByRole("button", { name: `Rename: ${QUESTION}` })
    .click();
  await page.keyboard.type("Refusing");
  await page.keyboard.press("Enter");
  await expect.poll(titles).toEqual(["Why do models hallucinate?", "Refusing"]);
  expect(await hasFocus(chats(page).getByRole("button", { name: "Refusing", exact: true }))).toBe(true);

  await chats(page).getByRole("searchbox").fill("knowledge intersection");
  await expect.poll(titles).toEqual(["Refusing"]);
  await chats(page).getByRole("searchbox").fill("nothing like it");
  await chats(page).getByText("No chat holds “nothing like it”.").waitFor();
  await chats(page).getByRole("searchbox").fill("");

  await chats(page).getByRole("button", { name: "Delete: Why do models hallucinate?" }).click();
  await expect.poll(titles).toEqual(["Refusing"]);
  expect(await questions(page)).toEqual([]);
  await chats(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(titles).toEqual(["Why do models hallucinate?", "Refusing"]);
  await chats(page).getByRole("button", { name: "Delete: Why do models hallucinate?" }).click();
  await expect.poll(titles).toEqual(["Refusing"]);

  await chats(page).getByRole("button", { name: "Refusing", exact: true }).click();
  expect(await chats(page).count()).toBe(0);
  expect(await questions(page)).toEqual([QUESTION]);
  await page.reload();
  await openChats(page);
  await expect.poll(titles).toEqual(["Refusing"]);
  expect(problems).toEqual([]);
});

test("a chat is exported as Markdown, with its references as BibTeX", async () => {
  const { page, problems } = await site.open();
  await chatAbout(page, QUESTION);
  await openChats(page);
  const exported = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      chats(page)
        .getByRole("button", { name: `${name}: ${QUESTION}` })
        .click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const markdown = await exported("Markdown");
  expect(markdown.name).toBe("how-can-a-model-learn-to-refuse-unknown-questions.md");
  expect(markdown.text).toContain("bibliography: references.bib");
  expect(markdown.text).toContain(QUESTION);
  const references = await exported("references.bib");
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
