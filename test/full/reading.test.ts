import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Paper } from "../../src/domain/paper.ts";
import { EXAMPLE_QUESTIONS } from "../../src/web/chat/example-questions.ts";
import { accessibilityViolations } from "../browser/check-accessibility.ts";
import { cardCoversSentence, hasFocus, listenToAnnouncements, sidewaysScroll } from "../browser/dom-facts.ts";
import { isInSight, roomBelowCard, sentenceLeavesWindow, targetAround } from "../browser/in-sight.ts";
import { answered, ask } from "../browser/open-page.ts";
import { attention } from "../browser/reading-scripts.ts";
import { type Script, scriptedAnswer } from "../browser/scripted-answer.ts";
import { papers } from "../browser/scripts.ts";
import { usePage } from "../browser/use-page.ts";

const QUESTION = "How can a model learn to refuse unknown questions?";
const SLOW_QUESTION = "How can a slow model learn to refuse?";

const WIDE = { viewport: { width: 1440, height: 900 } };
const LOW = { viewport: { width: 320, height: 568 } };
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
    expect(await card(page).innerText()).toContain("featured 30 July");
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
    { width: 1280, height: 700 },
    { width: 640, height: 400 },
    { width: 320, height: 568 },
  ])("shows its verdict and keeps its sentence in sight at $width × $height", async (viewport) => {
    const { page } = await openAnswer("Why do models hallucinate?", { viewport });
    for (const block of ["center", "end"]) {
      for (const marker of await markers(page).all()) {
        await marker.evaluate(
          (button, where) => button.scrollIntoView({ block: where, behavior: "instant" }),
          block,
        );
        await marker.hover();
        await card(page).waitFor();
        expect(await isInSight(card(page).locator(".verdict")), `preview at ${block}`).toBe(true);
        expect(await isInSight(card(page).locator(".card-title"))).toBe(true);
        expect(await roomBelowCard(page)).toBeGreaterThanOrEqual(0);
        await marker.evaluate((button) => button.click());
        await pinned(page).waitFor();
        await expect.poll(() => isInSight(card(page).locator(".verdict"))).toBe(true);
        await expect.poll(() => isInSight(marker)).toBe(true);
        await expect.poll(() => sentenceLeavesWindow(marker)).toBe(false);
        await expect.poll(() => roomBelowCard(page)).toBeGreaterThanOrEqual(0);
        await page.keyboard.press("Escape");
        await page.mouse.move(2, 2);
      }
    }
  });

  test("scrolls inside, by key too, where the window is too low for it", async () => {
    const { page } = await openAnswer("Why do models hallucinate?", { ...LOW, reducedMotion: "reduce" });
    await markers(page).nth(1).focus();
    await page.keyboard.press("Enter");
    const before = await page.evaluate<number>("scrollY");
    await page.keyboard.press("End");
    await expect.poll(() => pinned(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(40);
    await expect.poll(() => isInSight(card(page).locator(".card-foot"))).toBe(true);
    expect(await page.evaluate<number>("scrollY")).toBe(before);
  });

  test("quotes less around the quote as a preview than when it is pinned", async () => {
    const { page } = await openAnswer(QUESTION);
    await markers(page).nth(2).hover();
    await card(page).waitFor();
    const glance = (await card(page).locator(".passage").innerText()).length;
    await markers(page).nth(2).click();
    await pinned(page).waitFor();
    expect((await card(page).locator(".passage").innerText()).length).toBeGreaterThan(glance + 60);
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

test("markers next to each other are targets of 24 pixels each, and none reaches into another", async () => {
  const { page } = await openAnswer("Why do models hallucinate?", { ...NARROW, hasTouch: true });
  for (const marker of await markers(page).all()) {
    await marker.evaluate((button) => button.scrollIntoView({ block: "center", behavior: "instant" }));
    expect(await targetAround(marker, 24)).toBe(true);
  }
});

test("what fails or is stopped can be asked again while it is the last question", async () => {
  const { page } = await openAnswer("What fails?");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await ask(page, QUESTION);
  await page.locator(".turn").nth(1).waitFor();
  await answered(page);
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: "Regenerate" }).count()).toBe(1);
});

test("an answer of which nothing came is not said to be kept", async () => {
  const { page } = await site.open();
  await page.route("**/api/chat", (route) =>
    route.fulfill({ contentType: "text/event-stream", body: 'data: {"type":"start"}\n\n' }),
  );
  await ask(page, QUESTION);
  await page.locator(".turn").getByText("The connection ended before an answer came. Try again.").waitFor();
  expect(await page.getByText("is kept").count()).toBe(0);
});

describe("a refusal", () => {
  const refuse = (outcome: NonNullable<Script["outcome"]>) =>
    site.serve({
      ...site.footnote,
      answer: (conversation) =>
        scriptedAnswer(
          conversation.question,
          { stretches: [{ text: "This isn't about the papers." }], outcome: { kind: "refused", ...outcome } },
          async () => {},
        ),
    });

  test("that names no papers offers questions that the papers answer", async () => {
    await refuse({ reason: "out-of-scope", nearest: [] });
    const { page } = await openAnswer("Who won the football match?");
    const instead = page.locator(".instead");
    expect(await instead.getByRole("heading", { name: "You could ask instead" }).count()).toBe(1);
    expect(await instead.getByRole("button").count()).toBe(3);
    await instead.getByRole("button").first().click();
    await expect.poll(() => page.locator(".turn").count()).toBe(2);
    expect(await page.locator(".question").last().innerText()).toBe(EXAMPLE_QUESTIONS[0]);
    await answered(page);
    const offered = await page.locator(".turn").last().locator(".instead button").allInnerTexts();
    expect(offered).toHaveLength(3);
    expect(offered).not.toContain(EXAMPLE_QUESTIONS[0]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("offers none where no papers are loaded, or near papers are named", async () => {
    await refuse({ reason: "empty-index", nearest: [] });
    const { page } = await openAnswer("What is there?");
    expect(await page.locator(".instead").count()).toBe(0);
    await refuse({ reason: "no-evidence", nearest: papers.slice(0, 1) });
    const other = await openAnswer("What about this?");
    expect(await other.page.locator(".nearest").count()).toBe(1);
    expect(await other.page.locator(".instead").count()).toBe(0);
  });

  test("of a limited question offers to ask all papers", async () => {
    const { page } = await site.open();
    const offered = (kind: string, isLimited: boolean) =>
      page.evaluate<readonly string[]>(`(async () => {
        const { endingView } = await import("/assets/chat/ending-view.ts");
        const outcome = { kind: "${kind}", reason: "out-of-scope", missing: [], nearest: [] };
        const state = { phase: "complete", text: "No.", sources: [], citations: [], outcome };
        const view = document.createElement("div");
        view.append(...endingView(state, { explainsQuoting: false, unlisted: [], asked: "Why?", isLimited: ${isLimited} }));
        return [...view.querySelectorAll("[data-action]")].map((button) => button.dataset.action + ": " + button.textContent);
      })()`);
    expect(await offered("refused", true)).toEqual(["ask-all: Ask all papers", "retry: Regenerate"]);
    expect(await offered("refused", false)).not.toContain("ask-all: Ask all papers");
    expect(await offered("answered", true)).toEqual(["retry: Regenerate"]);
  });
});

test("a screen reader hears of formulas, doubts and what is not answered", async () => {
  const { page } = await site.open();
  const heardSoFar = await listenToAnnouncements(page);
  await ask(page, "A formula");
  await answered(page);
  await expect.poll(async () => (await heardSoFar()).join(" ")).toContain("End of the answer");
  const heard = (await heardSoFar()).join(" ");
  expect(heard).toContain("Attention takes a formula, and its loss is a formula as in a formula.");
  expect(heard.replace("\\frac{a}{", "")).not.toMatch(/[\\{}_^]/);
  await ask(page, "Why do models hallucinate?");
  await answered(page);
  await expect
    .poll(async () => (await heardSoFar()).join(" "))
    .toContain(
      "End of the answer, with 4 sources. One sentence is only partly supported, one is not supported. Not answered: what the training cost.",
    );
});

test("a quote that came after the next source is found in its source's whole abstract", async () => {
  const [first, second] = papers;
  const sentence = (paper: Paper | undefined, place: number) => ({
    paper: paper ?? attention,
    quote: paper?.abstract.match(/[^.]+\./g)?.[place]?.trim() ?? "",
  });
  const said = (paper: Paper | undefined, place: number, number: number) => ({
    text: ` It says thing ${place} [${number}].`,
    quotes: [sentence(paper, place)],
  });
  const stretches = [
    said(first, 0, 1),
    said(second, 0, 2),
    said(first, 2, 1),
    said(first, 3, 1),
    said(first, 0, 1),
  ];
  await site.serve({
    ...site.footnote,
    answer: ({ question }) => scriptedAnswer(question, { stretches }, async () => {}),
  });
  const { page } = await openAnswer("What do they say?");
  const source = page.locator(".source").first();
  expect(await source.locator(".passage:not(.abstract-text .passage) mark").count()).toBe(1);
  await source.getByText("Whole abstract, 2 more quotes").click();
  await expect.poll(() => source.locator(".abstract-text mark").count()).toBe(3);
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
    expect(text).toContain("appear only once in their training data [1].");
    expect(text).toContain("[3][4]");
    expect(text).toMatch(/^- \[2\] HALoGEN.*featured on a page of 30 July\. <http/m);
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
