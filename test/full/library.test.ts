import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { listPapers } from "../../src/retrieval/list-papers.ts";
import { accessibilityViolations } from "../browser/check-accessibility.ts";
import { hasFocus } from "../browser/dom-facts.ts";
import { expectToFitEveryView } from "../browser/every-view.ts";
import { answered, ask } from "../browser/open-page.ts";
import { papers } from "../browser/scripts.ts";
import { usePage } from "../browser/use-page.ts";
import { paperOf } from "../fixtures/papers.ts";

const CALIBRATED = "Calibrated Language Models Must Hallucinate";
const MATMUL = "/papers/scalable-matmul-free-language-modeling";

const site = usePage();

const titles = (page: Page) => page.getByRole("list", { name: "Papers" }).getByRole("link");
const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Choose / });
const bar = (page: Page) => page.getByRole("region", { name: "Chosen papers" });

/** A server over other papers than the five of the scripts, listed as the product lists them but for retrieval. */
async function serveOthers(others: readonly Paper[]) {
  const library: Footnote = {
    ...site.footnote,
    listPapers: (request) =>
      listPapers(others, request, { atAddress: () => undefined, search: async () => [] }),
    findPaper: async (paperId) => others.find((paper) => paper.paperId === paperId),
  };
  await site.serve(library);
}

test("the library finds papers as one types, and a paper's page leads back to asking about it", async () => {
  const { page, problems } = await site.open("/papers");
  await page.getByText("5 papers").waitFor();
  await page.getByRole("searchbox").fill("hallucinat");
  await page.getByText("2 papers for “hallucinat”").waitFor();
  await page.getByRole("link", { name: CALIBRATED }).click();
  await page.getByRole("heading", { name: CALIBRATED }).waitFor();
  await page.getByText("featured on 30 July, first seen on 30 July 2026").waitFor();
  await page.getByText("The text as it came").click();
  expect(await page.locator(".raw-text p").isVisible()).toBe(true);
  await page.getByRole("link", { name: "Ask about this paper" }).click();
  await page.getByText(`Only ${CALIBRATED}`).waitFor();
  await ask(page, "Why do models hallucinate?");
  await expect
    .poll(() => site.footnote.asked[0]?.filter)
    .toEqual({ paperIds: ["calibrated-language-models-must-hallucinate"] });
  await answered(page);
  expect(problems).toEqual([]);
});

test("nonsense finds nothing, and words say what to try", async () => {
  const { page } = await site.open("/papers");
  const search = page.getByRole("searchbox");
  await search.fill("zxqv blorp");
  await page.getByText("Nothing found for “zxqv blorp”.").waitFor();
  expect(await titles(page).count()).toBe(0);
  await page.getByText("another spelling").waitFor();
  await page.getByRole("button", { name: "Show all papers" }).click();
  await page.getByText("5 papers").waitFor();
  expect(await hasFocus(search)).toBe(true);
  expect(await page.getByText("another spelling").count()).toBe(0);
  expect(new URL(page.url()).search).toBe("");
});

test("the address keeps query and order, so that going back finds them again", async () => {
  const { page } = await site.open("/papers");
  const sort = page.getByRole("combobox", { name: "Sorted by" });
  await page.getByText("5 papers").waitFor();
  expect(await titles(page).first().innerText()).toBe(CALIBRATED);
  expect(await sort.inputValue()).toBe("title");
  await page.getByRole("searchbox").fill("language");
  await page.getByText("papers for “language”").waitFor();
  expect(await sort.inputValue()).toBe("relevance");
  expect(await titles(page).first().innerText()).toContain("R-Tuning");
  await sort.selectOption("title");
  await expect.poll(() => titles(page).first().innerText()).toBe(CALIBRATED);
  expect(new URL(page.url()).search).toBe("?query=language&sort=title");

  await titles(page).first().click();
  await page.getByRole("heading", { name: CALIBRATED }).waitFor();
  await page.goBack();
  await page.getByText("papers for “language”").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("language");
  expect(await sort.inputValue()).toBe("title");
  await page.getByRole("searchbox").fill("");
  await page.getByText("5 papers").waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await sort.locator("[value=relevance]").isDisabled()).toBe(true);
});

test("chosen papers are asked alone; the choice outlives a search and a look at a paper, and can be cleared", async () => {
  const { page, problems } = await site.open("/papers");
  await boxes(page).first().check();
  await bar(page).getByText("1 paper chosen").waitFor();
  await page.getByRole("searchbox").fill("matmul");
  await page.getByText("1 paper for “matmul”").waitFor();
  await boxes(page).focus();
  await page.keyboard.press("Space");
  await bar(page).getByText("2 papers chosen").waitFor();
  await titles(page).first().click();
  await page.getByRole("heading", { name: "Scalable MatMul-free Language Modeling" }).waitFor();
  await page.goto(`${site.address}/papers`);
  await bar(page).getByText("2 papers chosen").waitFor();
  expect(await boxes(page).first().isChecked()).toBe(true);

  await bar(page).getByRole("link", { name: "Ask only these" }).click();
  await page.getByText(`Only ${CALIBRATED} and`).waitFor();
  await ask(page, "How can a model learn to refuse?");
  await expect
    .poll(() => site.footnote.asked[0]?.filter?.paperIds)
    .toEqual(["calibrated-language-models-must-hallucinate", "scalable-matmul-free-language-modeling"]);

  await page.goto(`${site.address}/papers`);
  await bar(page).getByRole("button", { name: "Clear" }).click();
  expect(await bar(page).isVisible()).toBe(false);
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
  expect(await hasFocus(boxes(page).first())).toBe(true);
  expect(problems).toEqual([]);
});

test("at most fifty papers can be chosen, which is said where it is reached; more are shown where the list ends", async () => {
  await serveOthers(Array.from({ length: 130 }, (_, index) => paperOf(`Paper ${1000 + index}`, "…")));
  const { page } = await site.open("/papers");
  await page.getByText("130 papers").waitFor();
  expect(await titles(page).count()).toBe(60);
  const more = page.getByRole("button", { name: "Show more" });
  await more.click();
  await expect.poll(() => titles(page).count()).toBe(120);
  expect(await hasFocus(titles(page).nth(60))).toBe(true);
  await more.click();
  await expect.poll(() => titles(page).count()).toBe(130);
  expect(await hasFocus(titles(page).nth(120))).toBe(true);
  expect(await more.isVisible()).toBe(false);

  for (let index = 0; index < 50; index += 1) await boxes(page).nth(index).check();
  await bar(page).getByText("50 papers chosen").waitFor();
  await boxes(page).nth(50).click();
  await bar(page).getByText("At most 50 papers can be asked together.").waitFor();
  expect(await boxes(page).nth(50).isChecked()).toBe(false);
  const address = await bar(page).getByRole("link").getAttribute("href");
  expect(new URLSearchParams(address?.slice(2)).getAll("paper")).toHaveLength(50);
  await boxes(page).nth(3).uncheck();
  await boxes(page).nth(50).check();
  await bar(page).getByText("50 papers chosen").waitFor();
});

test("the pages that papers come from are listed, and can be asked alone", async () => {
  const { page } = await site.open("/papers");
  await page.getByText("Pages these papers come from").click();
  const link = page.getByRole("link", { name: /^Ask only this page/ }).first();
  const name = papers.flatMap(({ sources }) => sources.map((source) => source.name)).toSorted()[0] ?? "";
  const count = papers.filter(({ sources }) => sources.some((source) => source.name === name)).length;
  await link.waitFor();
  expect(await page.locator("#page-list li").first().innerText()).toContain(name);
  expect(await page.locator("#page-list li").first().innerText()).toMatch(
    count === 1 ? /\b1 paper\b/ : new RegExp(`\\b${count} papers`),
  );
  await link.click();
  await page.getByText(`Only the page ${name}`).waitFor();
  await ask(page, "How can a model learn to refuse?");
  await expect.poll(() => site.footnote.asked[0]?.filter).toEqual({ sources: [name] });
});

test("a paper's page leads to similar papers, never to itself", async () => {
  const { page, problems } = await site.open(MATMUL);
  const similar = page.locator(".similar").getByRole("link");
  await similar.first().waitFor();
  expect(await similar.count()).toBe(4);
  expect(await similar.allInnerTexts()).not.toContain("Scalable MatMul-free Language Modeling");
  const first = await similar.first().innerText();
  await similar.first().click();
  await page.getByRole("heading", { name: first }).waitFor();
  expect(problems).toEqual([]);
});

test("formulas of an abstract are drawn, and a quote in it is still marked", async () => {
  const abstract =
    "Attention costs $O(n^2)$ in time. Ours costs $\\mathcal{O}(n)$ and $5 to $10 a run. More is to come.";
  const start = abstract.indexOf("Ours");
  await serveOthers([paperOf("Costs", abstract)]);
  const { page, problems } = await site.open(`/papers/costs#quote=${start}-${abstract.indexOf(" More")}`);
  await page.locator(".abstract mark .katex").waitFor();
  expect(await page.locator(".abstract .katex").count()).toBe(2);
  expect(await page.locator(".abstract mark").innerText()).toMatch(
    /^Ours costs[\s\S]*and \$5 to \$10 a run\.$/,
  );
  expect(problems).toEqual([]);
});

test("references are copied, which the button and a live region say", async () => {
  const { page, problems } = await site.open(MATMUL, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const pasted = () => page.evaluate<string>("navigator.clipboard.readText()");
  const bibtex = page.getByRole("button", { name: "Copy as BibTeX" });
  await bibtex.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  await page.getByRole("status").getByText("BibTeX copied.").waitFor();
  expect(await pasted()).toMatch(/^@misc\{scalable-matmul-free-language-modeling,[\s\S]*2406\.02528/);
  await bibtex.waitFor();
  await page.getByRole("button", { name: "Copy as reference" }).click();
  await page.getByRole("status").getByText("Reference copied.").waitFor();
  expect(await pasted()).toBe("Scalable MatMul-free Language Modeling. https://arxiv.org/abs/2406.02528");
  expect(problems).toEqual([]);
});

test("where the browser has no clipboard, a reference is copied all the same, or shown selected", async () => {
  const { page } = await site.open(MATMUL, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const read = "navigator.clipboard.readText()";
  await page.evaluate(`window.readText = () => ${read};
    window.clipboardThere = navigator.clipboard;
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });`);
  const button = page.getByRole("button", { name: "Copy as reference" });
  await button.focus();
  await page.keyboard.press("Enter");
  const done = page.getByRole("button", { name: "Copied" });
  await done.waitFor();
  expect(await hasFocus(done)).toBe(true);
  expect(await page.evaluate<string>("window.clipboardThere.readText()")).toContain(
    "arxiv.org/abs/2406.02528",
  );
  await button.waitFor();

  await page.evaluate("document.execCommand = () => false");
  await page.keyboard.press("Enter");
  const field = page.getByRole("dialog").getByRole("textbox", { name: "Reference" });
  await field.waitFor();
  expect(await hasFocus(field)).toBe(true);
  expect(await field.inputValue()).toContain("https://arxiv.org/abs/2406.02528");
  expect(await page.evaluate<string>("document.getSelection().toString()")).toContain("Scalable");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await hasFocus(button)).toBe(true);
});

test("what can't be loaded is said in words, and can be tried again", async () => {
  site.footnote.setProgress({ papersDone: 1, papersTotal: 5, papersPerSecond: 1, secondsLeft: 4 });
  const { page } = await site.open("/papers");
  await page.getByText("The papers are still being read. Try again in a moment.").waitFor();
  site.footnote.setProgress(undefined);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("5 papers").waitFor();
  await page.goto(`${site.address}/papers/no-such-paper`);
  await page.getByText('There is no paper "no-such-paper" here.').last().waitFor();
});

const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "a list with a choice and its pages": async (page) => {
    await page.goto(`${site.address}/papers`);
    await page.getByText("Pages these papers come from").click();
    await page
      .getByRole("link", { name: /^Ask only this page/ })
      .first()
      .waitFor();
    await boxes(page).nth(1).check();
  },
  "a search": async (page) => {
    await page.goto(`${site.address}/papers?query=hallucinat`);
    await page.getByText("2 papers for").waitFor();
  },
  "nothing found": async (page) => {
    await page.goto(`${site.address}/papers?query=zxqv`);
    await page.getByText("another spelling").waitFor();
  },
  "a paper": async (page) => {
    await page.goto(`${site.address}${MATMUL}#quote=0-90`);
    await page.locator(".similar a").first().waitFor();
    await page.getByText("The text as it came").click();
  },
  "no such paper": async (page) => {
    await page.goto(`${site.address}/papers/no-such-paper`);
    await page.getByRole("heading", { name: "This paper can’t be shown" }).waitFor();
  },
};

test.each(Object.entries(STATES))("the library is accessible and fits every width: %s", async (_, reach) => {
  await expectToFitEveryView(site, "/papers", reach);
});

test("a list that has changed meanwhile offers no more of the old one", async () => {
  await serveOthers(Array.from({ length: 130 }, (_, place) => paperOf(`Paper number ${place}`, "…")));
  const { page, problems } = await site.open("/papers");
  const more = page.getByRole("button", { name: "Show more" });
  await more.waitFor();
  await page.route("**/api/papers?*query=*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.getByRole("searchbox").fill("number 12");
  expect(await more.isVisible()).toBe(false);
  await page.getByText(/papers? for “number 12”/).waitFor();
  expect(await page.getByText("cursor").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("an address that is no paper's says so, and leads to the others", async () => {
  const { page } = await site.open("/papers/%E0%A4%A");
  await page.getByRole("heading", { name: "This paper can’t be shown" }).waitFor();
  await page.getByRole("link", { name: "All papers" }).click();
  await page.getByText("5 papers").waitFor();
});
