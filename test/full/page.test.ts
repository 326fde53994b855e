import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cardCoversSentence, hasFocus, listenToAnnouncements, styleOf } from "../browser/dom-facts.ts";
import { answered, ask } from "../browser/open-page.ts";
import { usePage } from "../browser/use-page.ts";

const QUESTION = "How can a model learn to refuse unknown questions?";
const SLOW_QUESTION = "How can a slow model learn to refuse?";

const site = usePage();

const answerText = (page: Page) => page.locator(".answer-text").last();
const markers = (page: Page) => page.getByRole("button", { name: /^citation \d/ });

test("an answer streams in, and an idle page keeps nothing open", async () => {
  const { page, problems, requests } = await site.open();
  await ask(page, SLOW_QUESTION);
  const lengths: number[] = [];
  await answerText(page).locator("li").first().waitFor();
  for (let sample = 0; sample < 4; sample += 1) {
    lengths.push((await answerText(page).innerText()).length);
    await page.waitForTimeout(400);
  }
  expect(lengths.toSorted((left, right) => left - right)).toEqual(lengths);
  expect(new Set(lengths).size).toBe(4);
  await answered(page);
  expect(await markers(page).count()).toBe(4);
  expect(await page.getByRole("listitem").filter({ hasText: "R-Tuning" }).count()).toBeGreaterThan(0);

  const before = requests.length;
  await page.waitForTimeout(1600);
  expect(requests.slice(before)).toEqual([]);
  expect(requests.filter((request) => request === "GET /health")).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("a citation opens by mouse, shows its quote in place, and never covers its sentence", async () => {
  const { page } = await site.open();
  await ask(page, "Why do models hallucinate?");
  await answered(page);
  const card = page.getByRole("dialog");
  for (const marker of await markers(page).all()) {
    await marker.click();
    await page.mouse.move(5, 5);
    expect(await card.count()).toBe(1);
    expect((await card.locator("mark").textContent())?.split(" ").length).toBeGreaterThanOrEqual(5);
    expect((await card.locator(".passage").innerText()).length).toBeGreaterThan(120);
    expect(await cardCoversSentence(marker)).toBe(false);
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
    expect(await hasFocus(marker)).toBe(true);
  }
  await markers(page).nth(1).click();
  await expect.poll(() => card.innerText()).toMatch(/only in part[\s\S]*number 90% not in the paper/);
  await card.getByRole("button", { name: "Close citation" }).click();
  expect(await hasFocus(markers(page).nth(1))).toBe(true);
  await markers(page).nth(1).click();
  await page.locator(".question").click();
  expect(await card.count()).toBe(0);
  expect(await hasFocus(markers(page).nth(1))).toBe(true);
});

test("everything works by keyboard alone, with focus in sight", async () => {
  const { page } = await site.open();
  await page.keyboard.type("How can a model");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("learn to refuse?");
  await page.keyboard.press("Enter");
  await answered(page);
  expect(site.footnote.asked[0]?.conversation.question).toBe("How can a model\nlearn to refuse?");
  for (let step = 0; step < 20 && !(await hasFocus(markers(page).last())); step += 1) {
    await page.keyboard.press("Shift+Tab");
  }
  expect(await styleOf(markers(page).last(), "outline-style")).toBe("solid");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog");
  expect(await hasFocus(card)).toBe(true);
  const last = await card.locator("mark").textContent();
  await page.keyboard.press("ArrowLeft");
  expect(await card.locator("mark").textContent()).not.toBe(last);
  await page.keyboard.press("Escape");
  expect(await hasFocus(markers(page).nth(2))).toBe(true);
  await page.keyboard.press("ArrowLeft");
  expect(await hasFocus(markers(page).nth(1))).toBe(true);
});

test("stopping keeps what came, tells the server, and offers to ask again", async () => {
  const { page, problems } = await site.open();
  await ask(page, SLOW_QUESTION);
  await answerText(page).getByText("construct").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. What came is kept.").waitFor();
  expect(await answerText(page).innerText()).toContain("construct");
  await expect.poll(() => site.footnote.abandoned()).toBe(1);

  await page.getByRole("button", { name: "Regenerate" }).click();
  await answerText(page).getByText("construct").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Stopped. What came is kept.").waitFor();
  expect(await page.locator(".turn").count()).toBe(1);
  expect(problems).toEqual([]);
});

test("focus stays on a citation while the answer goes on", async () => {
  const { page } = await site.open();
  await ask(page, SLOW_QUESTION);
  await markers(page).first().waitFor();
  await markers(page).first().focus();
  const before = (await answerText(page).innerText()).length;
  await expect
    .poll(async () => (await answerText(page).innerText()).length, { timeout: 15_000 })
    .toBeGreaterThan(before + 60);
  expect(await hasFocus(markers(page).first())).toBe(true);
});

test("a follow-up brings the earlier answer and its papers along, and a new chat forgets them", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await ask(page, "And then?");
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  await answered(page);
  const history = site.footnote.asked[1]?.conversation.history ?? [];
  expect(history.map(({ role }) => role)).toEqual(["user", "assistant"]);
  expect(history[1]?.text).toContain("refusal-aware data");
  expect(history[1]?.citedPaperUrls).toHaveLength(2);
  expect(await page.getByText("the papers’ own sentences").count()).toBe(1);

  await page.getByRole("button", { name: "New chat" }).click();
  expect(await page.locator(".turn").count()).toBe(0);
  expect(await hasFocus(page.getByRole("textbox"))).toBe(true);
  await page.getByRole("button", { name: QUESTION }).click();
  expect(await hasFocus(page.getByRole("textbox"))).toBe(true);
  await expect.poll(() => site.footnote.asked.length).toBe(3);
  expect(site.footnote.asked[2]?.conversation.history).toEqual([]);
});

test("while the index is being built the page shows how far it is, and a question waits for it", async () => {
  site.footnote.setProgress({ papersDone: 80, papersTotal: 320, papersPerSecond: 12.6, secondsLeft: 19 });
  const { page, requests } = await site.open();
  await page.getByText("80 of 320 papers read, 13 a second, about 20 seconds left").waitFor();
  expect(await page.getByRole("progressbar").getAttribute("value")).toBe("80");
  await ask(page, QUESTION);
  await page.locator(".turn").getByText("Your question waits for them.").waitFor();
  expect(await page.locator(".turn").getByRole("progressbar").getAttribute("value")).toBe("80");
  site.footnote.setProgress(undefined);
  await answered(page);
  expect(await markers(page).count()).toBe(4);
  await page.waitForTimeout(1000);
  const polls = requests.filter((request) => request === "GET /health").length;
  await page.waitForTimeout(1600);
  expect(requests.filter((request) => request === "GET /health")).toHaveLength(polls);
});

test("a failure says in words what happened, keeps what came, and can be tried again", async () => {
  const { page, problems } = await site.open();
  await ask(page, "What fails?");
  await page.getByRole("main").getByText("The model stopped in the middle of its answer.").waitFor();
  expect(await answerText(page).innerText()).toContain("refusal-aware data");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => site.footnote.asked.length).toBe(2);
  await answered(page);
  expect(await page.locator(".turn").count()).toBe(1);
  expect(problems).toEqual([]);

  await ask(page, "x".repeat(8001));
  await page.getByText("The question has 8,001 characters").waitFor();
  await site.close();
  await ask(page, QUESTION);
  await page.getByRole("main").getByText("Footnote can't be reached.").waitFor();
});

test("a refusal offers the nearest papers as links and one-click questions", async () => {
  const { page } = await site.open();
  await ask(page, "What about the weather?");
  await answered(page);
  const title = "Scalable MatMul-free Language Modeling";
  expect(await page.getByRole("heading", { name: "Not found in these papers" }).count()).toBe(1);
  expect(await page.getByRole("link", { name: title }).getAttribute("href")).toBe(
    "/papers/scalable-matmul-free-language-modeling",
  );
  expect(await page.getByRole("main").getByText("The papers that come closest").count()).toBe(1);
  await page.getByRole("button", { name: `Ask what it shows: “${title}”` }).click();
  await expect.poll(() => site.footnote.asked[1]?.conversation.question).toBe(`What does “${title}” show?`);
});

test("help offers its questions as buttons, and the parts that stay open are named", async () => {
  const { page } = await site.open();
  await ask(page, "Hello");
  await answered(page);
  await page.getByRole("button", { name: "What is HALoGEN?" }).click();
  await expect.poll(() => site.footnote.asked[1]?.conversation.question).toBe("What is HALoGEN?");
  await answered(page);
  await ask(page, "Why do models hallucinate?");
  await page.getByRole("main").getByText("what the training cost").waitFor();
  await page.getByText("Dotted line: the quote supports the sentence only in part.").waitFor();
});

test("a reader asks by keyboard why a paper was found, and reads its ranks in words", async () => {
  const { page, problems } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  const second = page.locator(".source").nth(1);
  const why = second.getByText("Why this paper?");
  expect(await second.getByRole("table").count()).toBe(0);
  await why.focus();
  await page.keyboard.press("Enter");
  await second.getByText("It came 2nd of the 2 papers found for this question.").waitFor();
  expect(await second.getByRole("row", { name: /^Its words\b.* 4th 10\.70$/ }).count()).toBe(1);
  expect(
    await second.getByRole("row", { name: /^Word by word, the other way\b.* 12th 0\.31$/ }).count(),
  ).toBe(1);
  expect(await second.getByRole("row", { name: /^Altogether\b.* 2nd 0\.50$/ }).count()).toBe(1);
  expect(await page.locator(".source").first().getByRole("table").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("a hostile answer stays text", async () => {
  const { page, problems, requests } = await site.open();
  await ask(page, "Something hostile");
  await answered(page);
  const answer = page.locator(".answer");
  expect(await answer.innerText()).toContain('<img src=x onerror="window.pwned=1">');
  expect(await answer.locator("img, script, iframe, style, b, [onclick], [onerror], [style]").count()).toBe(
    0,
  );
  const links = await answer.getByRole("link").all();
  for (const link of links) {
    expect(await link.getAttribute("href")).toMatch(/^https:\/\//);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  }
  expect(links.length).toBeGreaterThanOrEqual(2);
  expect(await page.evaluate("window.pwned")).toBeUndefined();
  expect(requests.filter((request) => request.includes("pixel"))).toEqual([]);
  expect(problems).toEqual([]);
});

test("a screen reader hears sentences, not words", async () => {
  const { page } = await site.open();
  const heardSoFar = await listenToAnnouncements(page);
  await ask(page, SLOW_QUESTION);
  await answered(page);
  await expect
    .poll(async () => (await heardSoFar()).join(" "))
    .toContain("End of the answer, with 2 sources.");
  const heard = await heardSoFar();
  expect(heard.join(" ")).toContain("“In the first stage, we guide the LLM to reject unknown questions”.");
  expect(heard.join(" ")).not.toMatch(/\[\d\]|\*\*/);
  expect(heard.length).toBeLessThan(10);
  const inTheAnswer = heard.filter((words) => words.includes("“"));
  expect(inTheAnswer.filter((words) => !/[.”]$/.test(words))).toEqual([]);
});

test("a citation leads to its place in the paper's abstract", async () => {
  const { page } = await site.open();
  await ask(page, QUESTION);
  await answered(page);
  await markers(page).first().click();
  const quote = await page.getByRole("dialog").locator("mark").textContent();
  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Read it in the abstract" }).click(),
  ]);
  await opened.locator(".abstract mark").waitFor();
  expect(await opened.locator(".abstract mark").textContent()).toBe(quote);
});
