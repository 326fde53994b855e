import fc from "fast-check";
import { expect, test } from "vitest";
import { createCiter } from "../../src/answer/citer.ts";
import { sentenceCitations } from "../../src/answer/sentence-citations.ts";
import { checkSentence } from "../../src/check/check-sentence.ts";
import { cutAnywhere, draftText } from "./drafts.ts";
import { evidenceOf } from "./evidence-of.ts";

/** Evidence 1 and 3 stand in paper A, 2 in B, 4 in C. */
const [a1, a3, b2, c4] = evidenceOf({
  A: ["LoRA freezes the pretrained weights.", "It trains 10,000 times fewer parameters."],
  B: ["QLoRA quantises the frozen weights to four bits."],
  C: ["Adapters add layers to a network."],
});
const evidence = [a1, b2, a3, c4].filter((item) => item !== undefined);

async function cite(pieces: readonly string[], isWritten = false) {
  const citer = createCiter(evidence, { isWritten });
  const steps = [...pieces.map((piece) => citer.push(piece)), citer.end()];
  const text = steps.map((step) => step.text).join("");
  const checked = await Promise.all(
    steps
      .flatMap((step) => step.sentences)
      .map((sentence) => sentenceCitations(sentence, async (claim, cited) => checkSentence(claim, cited))),
  );
  const citations = checked
    .flat()
    .map(({ citation }) => ({ number: citer.numberOf(citation.paper), ...citation }));
  return { text, citations, papers: steps.flatMap((step) => step.papers) };
}

/** Each citation as `paper number: its sentence`. */
async function sentences(draft: string, isWritten = false): Promise<readonly string[]> {
  const { text, citations } = await cite([draft], isWritten);
  return citations.map(
    (citation) => `${citation.number}: ${text.slice(citation.answerStart, citation.answerEnd)}`,
  );
}

test("numbers papers in order of first citation, and keeps their numbers", async () => {
  const { text, papers } = await cite(["Bits [2]. Weights [1]. Layers [4]. Fewer [3]. Bits again [2]."]);
  expect(text).toBe("Bits [1]. Weights [2]. Layers [3]. Fewer [2]. Bits again [1].");
  expect(papers.map(({ number, paper }) => `${number} ${paper.paperId}`)).toEqual(["1 B", "2 A", "3 C"]);
});

test("a citation carries its quote, its sentence and a verdict", async () => {
  const { citations } = await cite([
    "“LoRA freezes the pretrained weights” [1]. It needs 58% less memory [3].",
  ]);
  expect(citations).toEqual([
    {
      number: 1,
      paper: a1?.paper,
      answerStart: 0,
      answerEnd: 42,
      quote: "LoRA freezes the pretrained weights.",
      quoteStart: 0,
      quoteEnd: 36,
      verdict: "supported",
      reasons: [],
    },
    expect.objectContaining({
      quote: "It trains 10,000 times fewer parameters.",
      verdict: "unsupported",
      reasons: ["number 58% not in the paper"],
    }),
  ]);
});

test.each([
  ["side by side", "Both do [2][1].", "Both do [1][2].", 2],
  ["in one bracket", "Both do [2, 1].", "Both do [1][2].", 2],
  ["a space apart", "Both do [2] [1].", "Both do [1][2].", 2],
  ["of one paper", "Weights [1][3].", "Weights [1].", 1],
  ["of one paper, a space apart", "Weights [1] [3]. More.", "Weights [1]. More.", 1],
  ["repeated", "Weights [1][1] and [1, 1].", "Weights [1] and [1].", 2],
])(
  "markers %s become one group with a citation for each marker that is seen",
  async (_, draft, text, count) => {
    const cited = await cite([draft]);
    expect(cited.text).toBe(text);
    expect(cited.citations).toHaveLength(count);
  },
);

test.each([
  ["before a full stop", "Weights [9].", "Weights."],
  ["before a space", "Weights [7] freeze.", "Weights freeze."],
  ["after a full stop", "Weights. [8]", "Weights."],
  ["without a space", "Weights[9]freeze", "Weightsfreeze"],
  ["before a word", "Weights [9]freeze", "Weights freeze"],
  ["zero", "Weights [0].", "Weights."],
  ["beside a known one", "Weights [9][1]. Bits [2] [7].", "Weights [1]. Bits [2]."],
  ["at a line's end", "Weights [9]\nBits", "Weights\nBits"],
])("drops an unknown number %s", async (_, draft, text) => {
  expect((await cite([draft])).text).toBe(text);
});

test.each([
  ["before the stop", "It freezes weights [1]. Next.", ["1: It freezes weights [1]."]],
  ["after the stop", "It freezes weights.[1] Next.", ["1: It freezes weights.[1]"]],
  ["after the stop and a space", "It freezes weights. [1] Next one.", ["1: It freezes weights. [1]"]],
  ["at the draft's end", "It freezes weights. [1]", ["1: It freezes weights. [1]"]],
  ["without a stop", "It freezes weights [1]", ["1: It freezes weights [1]"]],
  ["on the next line", "It freezes weights.\n[1]\n\nNext.", ["1: It freezes weights.\n[1]"]],
  ["before a stop of their own", "It freezes weights. [1]. Next.", ["1: It freezes weights. [1]."]],
  [
    "at the beginning of a sentence",
    "[1] freezes weights. [2] quantises them.",
    ["1: [1] freezes weights.", "2: [2] quantises them."],
  ],
  [
    "after a cited sentence",
    "Weights freeze [1]. [2] Bits too.",
    ["1: Weights freeze [1].", "2: [2] Bits too."],
  ],
  ["before a lower-case word", "Two papers. [1] freezes weights.", ["1: [1] freezes weights."]],
  ["twice in a sentence", "A [1], and B [2].", ["1: A [1], and B [2].", "2: A [1], and B [2]."]],
  ["alone", "[1]", ["1: [1]"]],
])("binds markers %s", async (_, draft, expected) => {
  expect(await sentences(draft)).toEqual(expected);
});

test.each([
  ["decimals", "It gains 58.1 points, or 3.5x [1]. Next."],
  ["et al.", "Hu et al. Freeze the weights, as Smith et al. [1] do."],
  ["e.g. and i.e.", "Some, e.g. LoRA, i.e. Low-Rank Adaptation, freeze [1]."],
  ["initials and other abbreviations", "J. Smith vs. Dr. Who, in Fig. 3 of the U.S. Navy [1]."],
  ["addresses", "See https://a.org/b.c?d=1 and a.py for weights [1]."],
  ["stops in quotation marks", "“First sentence. Second sentence.” [1]"],
  ["stops in straight quotation marks", '"First sentence. Second one? Yes." [1]'],
  ["a question in a bold title", "**What? Where. A Study**: “Weights freeze” [1]. Next."],
  ["an elision", "“Weights … Then bits.” [1]"],
  ["dots for an elision", "Weights ... Then bits [1]."],
  ["a question that is quoted", "“Is it frozen?” asks the paper [1]."],
  ["a quotation's stop before a marker and a comma", "“Weights freeze.” [1], says LoRA."],
  ["a quotation's stop before a marker and the rest", "“Weights freeze.” [1] says LoRA."],
])("is not fooled by %s", async (_, draft) => {
  expect(await sentences(draft)).toEqual([`1: ${draft.replace(" Next.", "")}`]);
});

test.each([
  [
    "list items",
    "Two ways:\n- **LoRA** freezes [1]\n- QLoRA quantises. [2]\n\n1. Adapters [4]",
    ["1: **LoRA** freezes [1]", "2: QLoRA quantises. [2]", "3: Adapters [3]"],
  ],
  ["headings", "## Weights [1]\nThey freeze [2].", ["1: Weights [1]", "2: They freeze [2]."]],
  ["emphasis", "**They freeze.** [1] *Always.*[2] Yes.", ["1: **They freeze.** [1]", "2: *Always.*[2]"]],
  ["quotations", "“One. Two.” “Three. Four.” [2] Five.", ["1: “Three. Four.” [1]"]],
  [
    "quotations with unmatched quote marks",
    '“It is “frozen” and “not.” [1]. “A 5" weight.” [2]. Next',
    ["1: “It is “frozen” and “not.” [1].", '2: “A 5" weight.” [2].'],
  ],
  ["other scripts", "它冻结权重[1]。然后量化[2]。", ["1: 它冻结权重[1]。", "2: 然后量化[2]。"]],
])("finds the sentences of %s", async (_, draft, expected) => {
  expect(await sentences(draft)).toEqual(expected);
});

test("a marker vouches for the part of the sentence that it closes", async () => {
  const draft = "LoRA trains 10,000 times fewer parameters [3], QLoRA quantises weights to four bits [2].";
  expect((await cite([draft])).citations.map(({ verdict }) => verdict)).toEqual(["supported", "supported"]);
});

test.each([
  [
    "the second",
    "It trains 10,000 times fewer parameters [1, 3].",
    "It trains 10,000 times fewer parameters.",
  ],
  ["the first", "LoRA freezes the pretrained weights [1][3].", "LoRA freezes the pretrained weights."],
  ["neither, so the first", "Cats sleep on warm roofs [3, 1].", "It trains 10,000 times fewer parameters."],
])(
  "a marker for two quotes of a paper cites the one that bears the sentence out: %s",
  async (_, draft, quote) => {
    const { text, citations } = await cite([draft]);
    expect(text.match(/\[\d\]/g)).toEqual(["[1]"]);
    expect(citations.map((citation) => citation.quote)).toEqual([quote]);
  },
);

test("a sentence's citation comes as soon as its end is known", async () => {
  const citer = createCiter(evidence);
  const push = (piece: string) => citer.push(piece).sentences.map((sentence) => sentence.text);
  expect(push("It freezes weights [1].")).toEqual([]);
  expect(push(" ")).toEqual([]);
  expect(push("N")).toEqual(["It freezes weights [1]."]);
  expect(push("ext, bits [2]\n")).toEqual(["Next, bits [2]"]);
});

test("however a draft is cut, the answer and its citations are the same", async () => {
  await fc.assert(
    fc.asyncProperty(cutAnywhere(draftText), fc.boolean(), async ({ draft, pieces }, isWritten) => {
      expect(await cite(pieces, isWritten)).toEqual(await cite([draft], isWritten));
    }),
    { numRuns: 2000 },
  );
});

test("there are as many citations of a sentence as markers in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), { maxLength: 6 }),
      async (groups) => {
        const { text, citations } = await cite(groups.map((numbers) => `Also [${numbers.join("][")}]. `));
        expect(citations.map(({ number }) => `[${number}]`)).toEqual(text.match(/\[\d\]/g) ?? []);
      },
    ),
  );
});

test("every citation's sentence holds its marker, and papers are numbered from 1", async () => {
  await fc.assert(
    fc.asyncProperty(draftText, fc.boolean(), async (draft, isWritten) => {
      const { text, citations, papers } = await cite([draft], isWritten);
      expect(papers.map(({ number }) => number)).toEqual(papers.map((_, index) => index + 1));
      for (const { answerStart, answerEnd, number } of citations) {
        expect(text.slice(answerStart, answerEnd)).toContain(`[${number}]`);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a draft without markers is passed on as it is", async () => {
  await fc.assert(
    fc.asyncProperty(draftText, async (draft) => {
      const text = draft.replace(/[[【［]/g, "");
      expect(await cite([text])).toEqual({ text, citations: [], papers: [] });
    }),
  );
});
