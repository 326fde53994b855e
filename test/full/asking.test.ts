import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasFocus } from "../browser/dom-facts.ts";
import { answered, ask } from "../browser/open-page.ts";
import { usePage } from "../browser/use-page.ts";

const QUESTION = "How can a model learn to refuse unknown questions?";

const site = usePage();

const box = (page: Page) => page.getByRole("textbox", { name: "Question about the papers" });
const questions = (page: Page) => page.locator(".question").allTextContents();

test("a slash goes to the question box, and a question mark lists the shortcuts, but not in the middle of words", async () => {
  const { page, problems } = await site.open();
  expect(await page.getByRole("textbox").first().getAttribute("id")).toBe("question");
  await page.getByRole("link", { name: "Papers" }).focus();
  await page.keyboard.type("/why?");
  expect(await box(page).inputValue()).toBe("why?");
  await box(page).fill("");
  await page.keyboard.press("?");
  const shortcuts = page.getByRole("dialog", { name: "Shortcuts" });
  expect(await shortcuts.innerText()).toMatch(/Enter\s+asks the question/);
  await page.keyboard.press("Escape");
  expect(await shortcuts.count()).toBe(0);
  expect(await hasFocus(box(page))).toBe(true);
  expect(await box(page).inputValue()).toBe("");
  expect(problems).toEqual([]);
});

test("Escape closes the list of shortcuts first, and stops the answer then", async () => {
  const { page } = await site.open();
  await ask(page, "A slow question");
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.locator(".turn").getByText("Stopped").waitFor();
});

test("the up arrow brings back what was asked", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await ask(page, "And then?");
  await answered(page);
  await page.keyboard.press("ArrowUp");
  expect(await box(page).inputValue()).toBe("And then?");
  await page.keyboard.press("ArrowUp");
  expect(await box(page).inputValue()).toBe(QUESTION);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await box(page).inputValue()).toBe("");
});

test("an answer can be asked for again, in its place", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole("button", { name: "Regenerate" }).click();
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  await answered(page);
  expect(await questions(page)).toEqual([QUESTION]);
  expect(site.footnote.asked[1]?.conversation).toMatchObject({ question: QUESTION, history: [] });
  expect(await hasFocus(box(page))).toBe(true);
});

test("an earlier question can be edited, and the conversation goes on from there", async () => {
  const { page, problems } = await site.open();
  for (const question of [QUESTION, "And then?", "Why do models hallucinate?"]) {
    await ask(page, question);
    await answered(page);
  }
  await page.getByRole("button", { name: "Edit" }).nth(1).click();
  expect(await box(page).inputValue()).toBe("And then?");
  await page.getByText("Asking it anew replaces the question and all that follows it.").waitFor();
  await page.keyboard.press("Escape");
  expect(await box(page).inputValue()).toBe("");
  expect(await questions(page)).toHaveLength(3);

  await page.getByRole("button", { name: "Edit" }).nth(1).click();
  await box(page).fill("And before?");
  await page.keyboard.press("Enter");
  await expect.poll(() => site.footnote.asked.length).toBe(4);
  await answered(page);
  expect(await questions(page)).toEqual([QUESTION, "And before?"]);
  const history = site.footnote.asked[3]?.conversation.history ?? [];
  expect(history.filter(({ role }) => role === "user").map(({ text }) => text)).toEqual([QUESTION]);
  expect(problems).toEqual([]);
});

test("follow-ups are offered, and asked with one click", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole("button", { name: "What did R-Tuning find?" }).click();
  await expect.poll(() => site.footnote.asked[1]?.conversation.question).toBe("What did R-Tuning find?");
  expect(site.footnote.asked[1]?.conversation.history).toHaveLength(2);
});

test("questions are limited to the papers of an answer, and to all again", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole("button", { name: "Ask only these papers" }).click();
  await page.getByText(/^Only R-Tuning.* and Know the Unknown/).waitFor();
  expect(await hasFocus(box(page))).toBe(true);
  await ask(page, "And then?");
  await answered(page);
  expect(site.footnote.asked[1]?.filter?.paperIds).toHaveLength(2);
  await page.getByText("Asked of 2 papers only").waitFor();
  await page.reload();
  await page.getByText(/^Only R-Tuning/).waitFor();
  await page.getByRole("button", { name: "Ask all papers" }).click();
  await ask(page, "And then?");
  await expect.poll(() => site.footnote.asked.length).toBe(3);
  expect(site.footnote.asked[2]?.filter).toBeUndefined();
});

test("papers and pages to ask only are chosen in words and by keyboard", async () => {
  const { page, problems } = await site.open();
  await page.getByRole("button", { name: "Ask only these…" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask only these" });
  await dialog.getByLabel("Some papers").check();
  await dialog.getByRole("button", { name: "Ask only these" }).click();
  await dialog.getByText("Choose at least one paper.").waitFor();
  await dialog.getByRole("searchbox").fill("hallucinat");
  const found = dialog.getByRole("checkbox", { name: "Calibrated Language Models Must Hallucinate" });
  await found.focus();
  await page.keyboard.press("Space");
  expect(await found.isChecked()).toBe(true);
  expect(await hasFocus(found)).toBe(true);
  await dialog.getByRole("button", { name: "Ask only these" }).click();
  expect(await dialog.count()).toBe(0);
  await ask(page, QUESTION);
  await answered(page);
  expect(site.footnote.asked[0]?.filter).toEqual({
    paperIds: ["calibrated-language-models-must-hallucinate"],
  });

  await page.getByRole("button", { name: "Ask only these…" }).click();
  expect(await found.isChecked()).toBe(true);
  await dialog.getByLabel("Some pages").check();
  await dialog.locator("#limit-pages").getByRole("checkbox").first().check();
  await dialog.getByRole("button", { name: "Ask only these" }).click();
  await page.getByText(/^Only the page /).waitFor();
  await ask(page, QUESTION);
  await answered(page);
  expect(site.footnote.asked[1]?.filter?.sources).toHaveLength(1);
  expect(site.footnote.asked[1]?.filter?.paperIds).toBeUndefined();
  expect(problems).toEqual([]);
});

test("a sentence is checked against all papers, those of the answer, or a text", async () => {
  const { page, problems } = await site.open();
  const dialog = page.getByRole("dialog", { name: "Check a sentence" });
  const open = page.getByRole("button", { name: "Check a sentence" });
  await open.click();
  expect(await dialog.getByLabel("Against the papers of the last answer").isVisible()).toBe(false);
  await page.keyboard.type("R-Tuning makes models worse.");
  await page.keyboard.press("Enter");
  await dialog.getByRole("heading", { name: "Contradicted" }).waitFor();
  await dialog.getByText("“worse” stands against “better”").waitFor();
  expect(await dialog.locator("mark").innerText()).toContain("Large language models");
  expect(await dialog.getByRole("link", { name: /^R-Tuning/ }).getAttribute("href")).toContain("#quote=0-");
  expect(site.footnote.checked[0]).toEqual({ claim: "R-Tuning makes models worse." });
  await page.keyboard.press("Escape");
  expect(await hasFocus(open)).toBe(true);

  await ask(page, QUESTION);
  await answered(page);
  await open.click();
  await dialog.getByLabel("Against the papers of the last answer").check();
  await dialog.getByRole("textbox", { name: "A sentence about the papers" }).fill("The weather is fine.");
  await dialog.getByRole("button", { name: "Check it" }).click();
  await dialog.getByRole("heading", { name: "Not stated" }).waitFor();
  expect(site.footnote.checked[1]?.paperIds).toHaveLength(2);

  await dialog.getByLabel("Against a text").check();
  await dialog.getByRole("textbox", { name: "The text" }).fill("It rains. It is cold.");
  await dialog.getByRole("textbox", { name: "A sentence about the papers" }).fill("It rains.");
  await dialog.getByRole("button", { name: "Check it" }).click();
  await dialog.getByRole("heading", { name: "Borne out" }).waitFor();
  expect(site.footnote.checked[2]).toEqual({ claim: "It rains.", text: "It rains. It is cold." });
  expect(problems).toEqual([]);
});
