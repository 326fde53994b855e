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
  await box(page).fill("my draft");
  await page.getByRole("button", { name: "Edit" }).nth(1).click();
  expect(await box(page).inputValue()).toBe("And then?");
  await page.getByText("Asking it anew replaces the question and all that follows it.").waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await box(page).inputValue()).toBe("And then?");
  await page.keyboard.press("Escape");
  expect(await box(page).inputValue()).toBe("my draft");
  await box(page).fill("");
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

test("what is replaced comes back where nothing as good takes its place", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  const text = await page.locator(".answer-text").innerText();
  await page.route("**/api/chat", (route) => route.abort());
  await page.getByRole("button", { name: "Regenerate" }).click();
  await page.getByText(/can't be reached.*The earlier answer stays\./).waitFor();
  expect(await page.locator(".answer-text").innerText()).toBe(text);
  await page.getByRole("button", { name: "Edit" }).click();
  await box(page).fill("Something else?");
  await page.keyboard.press("Enter");
  await page.getByText(/The earlier answer stays\./).waitFor();
  expect(await questions(page)).toEqual([QUESTION]);
  await page.reload();
  expect(await questions(page)).toEqual([QUESTION]);
  await page.unroute("**/api/chat");
  await ask(page, "And then?");
  await answered(page);
  expect(await page.getByText("The earlier answer stays.").count()).toBe(0);
});

test("a question that comes too early or is too long waits in the box, and is told why", async () => {
  const { page, requests } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await ask(page, "A slow question");
  await box(page).fill("A question too early");
  await page.keyboard.press("Enter");
  await page.getByText("Footnote is still answering.").waitFor();
  await page.getByRole("button", { name: "What did R-Tuning find?" }).click();
  expect(await box(page).inputValue()).toBe("A question too early");
  expect(await questions(page)).toHaveLength(2);
  await page.keyboard.press("Escape");
  await page.locator(".turn").getByText("Stopped").waitFor();
  const asked = requests.filter((request) => request === "POST /api/chat").length;
  await box(page).fill("x".repeat(8001));
  await page.keyboard.press("Enter");
  await page.getByText("The question has 8,001 characters, and 8,000 are the most.").waitFor();
  expect((await box(page).inputValue()).length).toBe(8001);
  expect(requests.filter((request) => request === "POST /api/chat")).toHaveLength(asked);
});

test("a double click on the button asks, and doesn't stop", async () => {
  const { page } = await site.open();
  await box(page).fill(QUESTION);
  await page.getByRole("button", { name: "Ask", exact: true }).dblclick();
  await answered(page);
  expect(await page.locator(".turn").getByText("Stopped").count()).toBe(0);
  expect(await page.getByRole("button", { name: /^citation/ }).count()).toBe(4);
});

test("an edited question is asked of the papers that it was asked of", async () => {
  const { page } = await site.open("/?paper=calibrated-language-models-must-hallucinate");
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole("button", { name: "Ask all papers" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByText("Only Calibrated Language Models Must Hallucinate").waitFor();
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  expect(await page.getByText("Only Calibrated").count()).toBe(0);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.keyboard.press("Enter");
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  expect(site.footnote.asked[1]?.filter?.paperIds).toHaveLength(1);
});

test("a verdict goes when the sentence that it stands for is changed", async () => {
  const { page } = await site.open();
  await page.getByRole("button", { name: "Check a sentence" }).click();
  const dialog = page.getByRole("dialog");
  await page.keyboard.type("It makes models worse.");
  await page.keyboard.press("Enter");
  await dialog.getByText("“It makes models worse.”").waitFor();
  await page.keyboard.type(" Or so.");
  expect(await dialog.getByRole("heading", { name: "Contradicted" }).count()).toBe(0);
});

test("on a touch screen focus goes to the answer, and never to nothing", async () => {
  const { page } = await site.open("/", { hasTouch: true, isMobile: true });
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole("button", { name: "Regenerate" }).tap();
  await answered(page);
  expect(await hasFocus(page.locator(".turn"))).toBe(true);
  await page.getByRole("button", { name: "New chat" }).tap();
  expect(await hasFocus(page.locator(".headline"))).toBe(true);
});

test("a limited question that is refused can be put to all papers", async () => {
  const { page } = await site.open("/?paper=calibrated-language-models-must-hallucinate");
  await ask(page, "What about the weather?");
  await answered(page);
  await page.locator(".turn").getByRole("button", { name: "Ask all papers" }).click();
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  expect(site.footnote.asked[1]?.filter).toBeUndefined();
  expect(site.footnote.asked[1]?.conversation.question).toBe("What about the weather?");
});
