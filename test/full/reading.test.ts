import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityViolations } from "../browser/check-accessibility.ts";
import { cardCoversSentence, hasFocus, sidewaysScroll } from "../browser/dom-facts.ts";
import { answered, ask } from "../browser/open-page.ts";
import { usePage } from "../browser/use-page.ts";

const QUESTION = "How can a model learn to refuse unknown questions?";
const SLOW_QUESTION = "How can a slow model learn to refuse?";

const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 360, height: 640 } };

const site = usePage();

const markers = (page: Page) => page.getByRole("button", { name: /^citation \d/ });
const card = (page: Page) => page.locator(".card");
const pinned = (page: Page) => page.getByRole("dialog", { name: /./ });

async function openAnswer(question: string, options: BrowserContextOptions = WIDE) {
  const opened = await site.open("/", options);
  await ask(opened.page, question);
  await opened.page.locator(".turn").waitFor();
  await answered(opened.page);
  return opened;
}

describe("a citation's card", () => {
  test("comes as a preview where the mouse rests, stays while it moves in, and goes when it leaves", async () => {
    const { page, problems } = await openAnswer(QUESTION);
    const box = page.getByRole("textbox").first();
    await markers(page).nth(2).hover();
    await card(page).waitFor();
    expect(await card(page).locator("mark").textContent()).toContain("reject unknown questions");
    expect(await card(page).innerText()).toContain("featured Jul 30");
    expect(await card(page).innerText()).toContain("The quote supports this sentence.");
    expect(await hasFocus(box)).toBe(true);
    expect(await markers(page).nth(2).getAttribute("aria-expanded")).toBe("false");
    await card(page).hover();
    await page.waitForTimeout(700);
    expect(await card(page).count()).toBe(1);
    expect(await page.locator(".sentence[data-lit]").count()).toBeGreaterThan(0);
    await page.mouse.move(3, 3);
    await card(page).waitFor({ state: "detached" });
    expect(await hasFocus(box)).toBe(true);
    expect(problems).toEqual([]);
  });

  test("does not come for a mouse that only passes", async () => {
    const { page } = await openAnswer(QUESTION);
    await markers(page).first().hover();
    await page.mouse.move(3, 3);
    await page.waitForTimeout(400);
    expect(await card(page).count()).toBe(0);
  });

  test("comes with keyboard focus, goes with it, and is dismissed by Escape without moving it", async () => {
    const { page } = await openAnswer(QUESTION);
    await markers(page).nth(2).focus();
    await card(page).waitFor();
    expect(await hasFocus(markers(page).nth(2))).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await hasFocus(markers(page).nth(3))).toBe(true);
    expect(await card(page).locator("mark").textContent()).toContain("34.7%");
    await page.keyboard.press("Escape");
    expect(await card(page).count()).toBe(0);
    expect(await hasFocus(markers(page).nth(3))).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await card(page).waitFor();
    await page.getByRole("textbox").first().focus();
    await card(page).waitFor({ state: "detached" });
  });

  test.each(["Enter", "Space"])("is pinned by %s, and then stays until it is dismissed", async (key) => {
    const { page } = await openAnswer(QUESTION);
    await markers(page).nth(2).focus();
    await page.keyboard.press(key);
    expect(await hasFocus(pinned(page))).toBe(true);
    expect(await markers(page).nth(2).getAttribute("aria-expanded")).toBe("true");
    await markers(page).first().hover();
    await page.waitForTimeout(400);
    expect(await card(page).locator("mark").textContent()).toContain("reject unknown questions");
    await page.keyboard.press("ArrowRight");
    expect(await hasFocus(pinned(page))).toBe(true);
    await page.keyboard.press("Escape");
    expect(await card(page).count()).toBe(0);
    expect(await hasFocus(markers(page).nth(3))).toBe(true);
  });

  test("that is a preview is pinned by a click on its marker or into it, and gives way to another", async () => {
    const { page } = await openAnswer(QUESTION);
    await markers(page).nth(3).hover();
    await card(page).waitFor();
    await markers(page).nth(3).click();
    await page.mouse.move(3, 3);
    await page.waitForTimeout(600);
    expect(await pinned(page).count()).toBe(1);
    // The card of another sentence may lie over this one.
    await markers(page).first().dispatchEvent("click");
    expect(await pinned(page).count()).toBe(1);
    expect(await card(page).locator("mark").textContent()).toContain("refusal-aware data");
    await page.keyboard.press("Escape");
    await markers(page).nth(2).hover();
    await card(page).locator(".source-number").click();
    await page.mouse.move(3, 3);
    await page.waitForTimeout(600);
    expect(await pinned(page).count()).toBe(1);
  });

  test("is dismissed by Escape without stopping the answer, and laid out anew as this grows", async () => {
    const { page } = await site.open("/", WIDE);
    await ask(page, SLOW_QUESTION);
    await markers(page).first().waitFor();
    await markers(page).first().click();
    for (let sample = 0; sample < 6; sample += 1) {
      await page.waitForTimeout(350);
      expect(await cardCoversSentence(markers(page).first())).toBe(false);
    }
    await expect.poll(() => card(page).innerText()).toContain("The quote supports this sentence.");
    await page.keyboard.press("Escape");
    expect(await card(page).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(1);
    await page.mouse.move(3, 3);
    await markers(page).first().hover();
    await card(page).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(1);
    await answered(page);
    expect(await page.getByText("Stopped. What came is kept.").count()).toBe(0);
  });

  test.each([
    ["1440 pixels", WIDE],
    ["360 pixels", NARROW],
  ])("never covers its sentence at %s, wherever it stands and however tall it is", async (_, view) => {
    const { page } = await openAnswer("Something tall", view);
    expect(await markers(page).count()).toBe(8);
    expect(await page.locator(".answer-text tr > *:not(th, td)").count()).toBe(0);
    for (const marker of await markers(page).all()) {
      for (const block of ["start", "center", "end"]) {
        await marker.evaluate(
          (button, where) => button.scrollIntoView({ block: where, behavior: "instant" }),
          block,
        );
        await marker.hover();
        await card(page).waitFor();
        expect(await cardCoversSentence(marker), `preview at ${block}`).toBe(false);
        await marker.evaluate((button) => button.click());
        await pinned(page).waitFor();
        expect(await cardCoversSentence(marker), `pinned at ${block}`).toBe(false);
        await page.keyboard.press("Escape");
        await page.mouse.move(2, 2);
      }
    }
    expect(await sidewaysScroll(page)).toBe(0);
  });
});

test("a source in focus lights its sentences, and a sentence its source", async () => {
  const { page } = await openAnswer(QUESTION);
  await page.locator(".source").nth(1).getByRole("link").first().focus();
  expect(await page.locator(".source[data-lit]").count()).toBe(1);
  expect(await page.locator(".marker[data-lit]").allTextContents()).toEqual(["2", "2"]);
  await page.locator(".sentence").first().hover();
  expect(await page.locator(".source[data-lit] .source-number").allTextContents()).toEqual(["1"]);
});

test("a source shows its whole abstract with every quote marked, fetched once", async () => {
  const { page, requests, problems } = await openAnswer(QUESTION);
  const source = page.locator(".source").first();
  const fetched = () => requests.filter((request) => request.startsWith("GET /api/papers/r-tuning"));
  await source.getByText("Whole abstract").click();
  await expect.poll(() => source.locator(".abstract-text mark").count()).toBe(2);
  expect(await source.locator(".abstract-text").innerText()).toMatch(
    /^Large language models[\s\S]*R-Tuning\.$/,
  );
  await source.getByText("Whole abstract").click();
  await source.getByText("Whole abstract").click();
  expect(fetched()).toHaveLength(1);
  expect(problems).toEqual([]);
});

describe("copying", () => {
  const clipboard = { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] };
  const copied = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");

  test("takes a source along as BibTeX or as plain text, or all of them, and says so", async () => {
    const { page, problems } = await openAnswer(QUESTION, clipboard);
    await page.getByRole("button", { name: "Copy BibTeX of R-Tuning" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await expect.poll(() => copied(page)).toMatch(/^@\w+\{r-tuning[\s\S]*\}\s*$/);
    await page.getByRole("button", { name: "Copy reference to R-Tuning" }).click();
    await expect.poll(() => copied(page)).toMatch(/^R-Tuning: Teaching .* http\S+$/);
    await page.getByRole("button", { name: "Copy all as BibTeX" }).click();
    await expect.poll(async () => (await copied(page)).match(/^@/gm)?.length).toBe(2);
    await page.getByRole("button", { name: "Copy all as BibTeX" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("takes an answer along as Markdown with its references", async () => {
    const { page } = await openAnswer("Why do models hallucinate?", clipboard);
    await page.locator('[data-copy="answer"]').click();
    await expect.poll(() => copied(page)).toMatch(/^# Why do models hallucinate\?/);
    const text = await copied(page);
    expect(text).toContain("appear only once in their training data [^1].");
    expect(text).toContain("[^3][^4]");
    expect(text).toMatch(/^\[\^2\]: HALoGEN.*featured Jul 30\. <http/m);
    expect(text).toContain("only in part");
    expect(text).toContain("what the training cost");
    expect(text).toContain("gpt-4o-mini");
  });

  test("says in words what could not be had", async () => {
    const { page } = await openAnswer("A formula", clipboard);
    await page.getByRole("button", { name: /^Copy BibTeX/ }).click();
    await page.locator(".copy-trouble").waitFor();
    expect((await page.locator(".copy-trouble").innerText()).length).toBeGreaterThan(10);
  });
});

describe("formulas", () => {
  test("are set in the text, in quotes and in cards, and nothing else is taken for one", async () => {
    const { page, problems, requests } = await openAnswer("A formula");
    const text = page.locator(".answer-text");
    await text.locator(".katex").first().waitFor();
    expect(await text.locator('.formula[data-drawn="yes"]').count()).toBe(9);
    expect(await text.locator(".katex-display").count()).toBe(1);
    expect(await text.locator("math").count()).toBe(9);
    expect(await text.innerText()).toContain("It costs $5 to $10 a day");
    expect(
      await text.locator('.formula[data-drawn="no"], p:has-text("broken")').first().innerText(),
    ).toContain("\\frac{a}{");
    expect(await text.locator("pre").innerText()).toBe("$not$ a formula");
    expect(await text.locator("em, del").count()).toBe(0);
    await markers(page).first().click();
    expect(await card(page).locator("mark .katex").count()).toBe(2);
    expect(await card(page).innerText()).toContain("30 July 2024");
    expect(await page.locator(".source .katex").count()).toBeGreaterThan(2);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(requests.filter((request) => request.includes("/katex/fonts/")).length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  test("scroll inside themselves where they are wide", async () => {
    const { page } = await openAnswer("A formula", NARROW);
    const wide = page.locator(".formula[data-display]");
    await expect
      .poll(() => wide.evaluate((formula) => formula.scrollWidth - formula.clientWidth))
      .toBeGreaterThan(50);
    expect(await wide.getAttribute("tabindex")).toBe("0");
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("never show a raw sign while they are typed", async () => {
    const { page } = await site.open("/", WIDE);
    await page.evaluate(`
      window.seen = new Set();
      new MutationObserver(() => {
        const text = document.querySelector(".answer-text");
        const copy = text?.cloneNode(true);
        copy?.querySelectorAll(".formula, pre").forEach((formula) => formula.remove());
        window.seen.add(copy?.textContent ?? "");
      }).observe(document.querySelector("#conversation"), { childList: true, subtree: true, characterData: true });
    `);
    await ask(page, "A formula");
    await page.locator(".turn").waitFor();
    await answered(page);
    const seen = await page.evaluate<string[]>("[...window.seen]");
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.filter((text) => /\\(?!frac)|\$(?![5\d\\])|\*|_/.test(text))).toEqual([]);
  });

  test("are not loaded for an answer that has none", async () => {
    const { requests } = await openAnswer(QUESTION);
    expect(requests.filter((request) => request.includes("lib/katex"))).toEqual([]);
  });

  test("can't run, load, cover or hang anything", async () => {
    const { page, problems, requests } = await openAnswer("Something dangerous");
    await page.locator(".answer-text .formula").first().waitFor();
    await page.waitForTimeout(500);
    const answer = page.locator(".answer");
    expect(await answer.locator("img, script, iframe, a, [onerror], [data-x], .katex .marker").count()).toBe(
      0,
    );
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    expect(requests.filter((request) => request.includes("pixel"))).toEqual([]);
    const tallest = await answer
      .locator(".formula")
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().height)));
    expect(tallest).toBeLessThan(200);
    expect(await answer.innerText()).toContain("\\href{javascript:window.pwned=1}{click}");
    expect(await sidewaysScroll(page)).toBe(0);
    expect(problems).toEqual([]);
  });
});

test.each([
  ["light", WIDE],
  ["dark", NARROW],
] as const)(
  "previews, abstracts and pinned cards are accessible in the %s theme",
  async (colorScheme, view) => {
    const { page } = await openAnswer(QUESTION, { ...view, colorScheme });
    await markers(page).first().focus();
    await card(page).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".source").first().getByText("Whole abstract").click();
    await page.locator(".abstract-text mark").first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  },
);
