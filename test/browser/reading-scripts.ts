import { escapeMarkdown } from "../../src/answer/escape-markdown.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { Script } from "./scripted-answer.ts";

const complexity = "Self-attention needs $O(n^2 \\cdot d)$ operations, and its loss is $\\mathcal{L}_{x}$.";

/** A paper with formulas in its abstract, which the library doesn't have. */
export const attention: Paper = {
  paperId: "attention-by-numbers",
  title: "Attention by Numbers: the Cost $O(n^2)$",
  abstract: `We count what attention costs. ${complexity} A sparse form needs only $O(n \\log n)$ of them.`,
  rawAbstract: "",
  published: "2024-07-30",
  sources: [{ name: "page", kind: "page", firstSeenAt: "2026-07-30T00:00:00.000Z", featuredOn: "Jul 30" }],
};

const formulas: Script = {
  model: "gpt-4o-mini",
  stretches: [
    {
      text: "Attention takes $O(n^2 \\cdot d)$ [1], and its loss is \\(\\mathcal{L}_{x} + a_b * c_d * \\vec{e} * \\sqrt[3]{e}\\) as in $f(x)$[1].",
      quotes: [{ paper: attention, quote: complexity }],
    },
    {
      text: ` The paper says: “${escapeMarkdown(complexity.replace(/\.$/, ""))}” [1].`,
      quotes: [{ paper: attention, quote: complexity }],
    },
    {
      text: "\n\nIt costs $5 to $10 a day, and this one is broken: $\\frac{a}{$ as it comes.\n\n$$\n\\underbrace{\\sum_{i=1}^{n} \\left( \\frac{x_i - \\mu}{\\sigma} \\right)^2 \\cdot \\exp\\left(-\\frac{(x_i - \\mu)^2}{2\\sigma^2}\\right) \\cdot \\prod_{j=1}^{m} \\left( 1 + \\frac{y_j}{z_j} \\right)}_{\\text{all of it together, and then some more}}\n$$\n\n- In a list $x_i$ and in **bold $y^2$**\n\n| Kind | Cost |\n| --- | --- |\n| full | $\\|x\\|_2 \\le n^2$ |\n\n```\n$not$ a formula\n```\n",
    },
  ],
};

const dangerous: Script = {
  stretches: [
    {
      text: [
        "$\\href{javascript:window.pwned=1}{click}$",
        "$\\includegraphics{https://evil.example/pixel.png}$",
        "$\\htmlData{x=1}{a}$ and $\\htmlStyle{position:fixed}{b}$ and $\\htmlClass{marker}{c}$",
        "$\\def\\a{\\a\\a}\\a$",
        "$\\rule{9999em}{9999em}$ and $\\kern{-500em}x$",
        `$${"{".repeat(900)}x${"}".repeat(900)}$`,
        `$${"{".repeat(10_000)}x${"}".repeat(10_000)}$`,
        "$<img src=x onerror=window.pwned=2>$ and $\\text{<script>window.pwned=3</script>}$",
        "$\\fcolorbox{red}{blue}{$x$}$ and $\\pmb{y}$ and $\\url{javascript:window.pwned=4}$",
      ].join("\n\n"),
    },
  ],
};

/** A sentence taller than a small window, then sentences in a table, a list and a quotation. */
function tall([first, second]: readonly Paper[]): Script {
  if (!first || !second) throw new Error("Two papers are needed.");
  const own = { paper: first, quote: first.abstract.split(". ")[1] ?? "" };
  const other = { paper: second, quote: second.abstract.split(". ")[1] ?? "" };
  return {
    model: "gpt-4o-mini",
    stretches: [
      {
        text: `A sentence can be so long that it fills a window${", and goes on about one thing after another".repeat(45)} [1], with a marker in its midst${", and goes on".repeat(40)} [2].`,
        quotes: [own, other],
      },
      { text: "\n\n- A list says something short [1].", quotes: [own] },
      { text: "\n  - Its inner list says more of it [2].", quotes: [other] },
      { text: "\n\n> A quotation says the same again [1].", quotes: [own] },
      { text: "\n\n| Paper | What it says |\n| --- | --- |\n| One | it says this [1] |", quotes: [own] },
      { text: "\n| Two | it says that [2] |", quotes: [other] },
      { text: "\n\nAnd the last sentence ends it [2].", quotes: [other] },
    ],
  };
}

/** Scripts for what a reader does with an answer, by a word of the question. */
export function readingScripts(papers: readonly Paper[]): readonly (readonly [RegExp, Script])[] {
  return [
    [/formula/i, formulas],
    [/dangerous/i, dangerous],
    [/tall/i, tall(papers)],
  ];
}
