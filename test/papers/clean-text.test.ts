import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "../../src/pages/read-page.ts";
import { cleanText } from "../../src/papers/clean-text.ts";

const ENTRIES = readdirSync("seeds").flatMap(
  (name) => readPage(name, readFileSync(`seeds/${name}`, "utf8")).entries,
);

test.each([
  // Escapes, accents and quotes
  ["from 53\\% to 65\\%", "from 53% to 65%"],
  ["R\\&D \\#1, snake\\_case", "R&D #1, snake_case"],
  ["Pok\\'eChamp and T\\\"ULU 3", "PokéChamp and TÜLU 3"],
  ['Uzna\\\'{n}ski, Erd\\H{o}s, G{\\"o}del, na\\"\\i ve', "Uznański, Erdős, Gödel, naïve"],
  ["Stra\\ss{}e, \\O{}rsted, \\v{S}koda, fa\\c{c}ade, ma\\~nana", "Straße, Ørsted, Škoda, façade, mañana"],
  ["Poke\u0301mon", "Pokémon"],
  ['the model\\\'s \\"attention\\" to it', 'the model\'s "attention" to it'],
  ["the ``next generation'' of models", 'the "next generation" of models'],
  ["rely on ''teaching'', which", 'rely on "teaching", which'],
  ["as \"chain-of-thought'', which", 'as "chain-of-thought", which'],
  ["of `a natural language' exists", "of 'a natural language' exists"],
  // Ties, and tildes that are none
  ["language models~(LLMs) in Fig.~3", "language models (LLMs) in Fig. 3"],
  ["available at ~anonymity link", "available at anonymity link"],
  ["from ~50% to ~6%, ~150,000 times, 5~10", "from ~50% to ~6%, ~150,000 times, 5~10"],
  ["x ~ N(0, 1) in ~/data", "x ~ N(0, 1) in ~/data"],
  // Math and commands
  ["(5.9%rightarrow10.9%)", "(5.9%→10.9%)"],
  ["58.9 rightarrow 61.7 acc.", "58.9 → 61.7 acc."],
  ["32times over-trained, 8 times higher", "32× over-trained, 8 times higher"],
  ["prompts of kleq 10 tokens", "prompts of k ≤ 10 tokens"],
  ["a $2\\times$ speed-up at $\\alpha \\leq 0.5$", "a 2× speed-up at α ≤ 0.5"],
  ["the top-$k$ of $O(n^2)$", "the top-k of O(n^2)"],
  ["costs $5 and $10, or 20 US$ a day", "costs $5 and $10, or 20 US$ a day"],
  ["between \\$5 and \\$10", "between $5 and $10"],
  ["regularization, \\etc. We propose \\oni, a system", "regularization, etc. We propose oni, a system"],
  ["\\textbf{Bold} and {\\em slanted} and \\emph{so on}", "Bold and slanted and so on"],
  ["saved in C:\\new\\folder", "saved in C:\\new\\folder"],
  // Braces
  ["The code is https://github.com/a/b-c{here}.", "The code is https://github.com/a/b-c here."],
  ["\\href{https://a.org/x_y}{project page}", "https://a.org/x_y project page"],
  ["the {no-regret} behaviors of {BERT}", "the no-regret behaviors of BERT"],
  // Markdown
  ["proposes **TheoremLlama**, an", "proposes TheoremLlama, an"],
  ["provide *Open Bootstrapped Theorems* (OBT)", "provide Open Bootstrapped Theorems (OBT)"],
  ["***both*** and **a *nested* one** and _under_", "both and a nested one and under"],
  ["languages such as F*. F* programs, A* search", "languages such as F*. F* programs, A* search"],
  ["insights include: * The first * The second", "insights include: * The first * The second"],
  ["2**10, x * y, snake_case_name, __init__", "2**10, x * y, snake_case_name, __init__"],
  // Lost spaces
  ["from this sample.We then", "from this sample. We then"],
  ["Feedback (RLDAF).This fine-tuning", "Feedback (RLDAF). This fine-tuning"],
  ["time. (ii)The performance", "time. (ii) The performance"],
  ["dimensions, e.g.the choice", "dimensions, e.g. the choice"],
  ["Dr.Spider, the U.S. Order, torch.Tensor", "Dr.Spider, the U.S. Order, torch.Tensor"],
  ["GPT-3.5, 0.5B, e.g., wikipedia.org, i.e., it", "GPT-3.5, 0.5B, e.g., wikipedia.org, i.e., it"],
  // White space
  ["  one\u00a0 two\r\nthree\t four ", "one two three four"],
  ["one\ntwo\n\n \nthree", "one two\n\nthree"],
])("cleans %j", (raw, clean) => {
  expect(cleanText(raw)).toBe(clean);
});

test.each([
  "running time Obig(n+nk{m}big), and O(nm(log mloglog m)^{1/4})",
  "R_y(mathbf x_0) for V^{star}, mathcal{O}( n + nLvarepsilon^{-1})",
  "min_{x} | langle exp(Ax), {bf 1}_n rangle^{-1} exp(Ax) - b |_2",
  "the sets {a, b} and {x}, \\frac{1}{2}, \\unknown{argument}",
])("leaves alone what it can't restore: %s", (formula) => {
  expect(cleanText(formula)).toBe(formula);
});

test.each([
  "https://example.org/~user/a_b_c/*x*/d%20e?v=1$2$3#part_2",
  "http://example.org/32times/rightarrow",
  "www.example.org/a**b**c",
  "github.com/llm-attacks/reward_llm_detect~2",
])("keeps %s whatever stands around it", (url) => {
  for (const around of [
    "see URL.",
    "(URL)",
    "**URL**",
    "`URL'",
    "``URL''",
    "_URL_ and _it_",
    "URL{here}",
    "~URL, *x*",
  ]) {
    expect(cleanText(around.replace("URL", () => url))).toContain(url);
  }
});

test("leaves no LaTeX, Markdown or lost space in the five pages that it knows how to clean", () => {
  const left =
    /\\|``|''|`|\*\w|\w\*\*|\{here\}|rightarrow|\dtimes|kleq|[a-z]~|\.(?:We|This|Our|While|Based)\b/;
  for (const { abstract } of ENTRIES) expect(cleanText(abstract)).not.toMatch(left);
});

test("changes no title of the five pages", () => {
  for (const { title } of ENTRIES) expect(cleanText(title)).toBe(title);
});

const digitsOf = (text: string) => text.match(/\p{Nd}/gu)?.join("");
const urlsOf = (text: string) => text.match(/https?:\/\/[^\s{}]*[\w/]/g);

test("keeps every digit and every URL of the five pages, and has nothing left to clean", () => {
  for (const { abstract } of ENTRIES) {
    const clean = cleanText(abstract);
    expect(digitsOf(clean)).toBe(digitsOf(abstract));
    expect(urlsOf(clean)).toEqual(urlsOf(abstract));
    expect(cleanText(clean)).toBe(clean);
  }
});

const url = fc
  .webUrl({ withFragments: true, withQueryParameters: true })
  .filter((address) => /[a-z\d/]$/i.test(address));
const token = fc.constantFrom(
  ..."\\ { } _ * ~ ` ' \" $ ^ ( ) . , 1 2.5 a B é e\u0301 \uE000 \ud83d\ude00 \ud800 {} '' `` ** \\% \\'e \\\" \\c{".split(
    " ",
  ),
  ..."\\textbf{ \\emph \\times \\alpha rightarrow 32times kleq https://a.b/c www.a.org/ {here} .We (ii)The e.g.the".split(
    " ",
  ),
  ...[" ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "word", "\\ ", "\\i", "\\o"],
);
const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join("")),
);

test("keeps the digits of any text in order, and cleaning again changes nothing", () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const clean = cleanText(raw);
      expect(digitsOf(clean)).toBe(digitsOf(raw));
      expect(cleanText(clean)).toBe(clean);
      expect(clean).toBe(clean.trim());
    }),
    { numRuns: 3_000 },
  );
});

test("keeps any URL in any text", () => {
  fc.assert(
    fc.property(hostile, url, hostile, (before, address, after) => {
      expect(cleanText(`${before} ${address} ${after}`)).toContain(address);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  "\\",
  "{",
  "**a",
  "`a ",
  "$a ",
  "\\emph{",
  "http://",
  "a.b/",
  "www.",
  "*a _b ",
  "\n",
  " ",
  "{\\em ",
  "~",
  "(ii)",
])("cleans 100,000 characters of %j in no time", (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  const startedAt = performance.now();
  cleanText(text);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
