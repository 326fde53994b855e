import { expect, test } from "vitest";
import { citeDraft } from "../../src/answer/cite-draft.ts";
import { createSecondOpinions } from "../../src/answer/second-opinions.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { evidenceOf, rankedFrom } from "./evidence-of.ts";

const evidence = evidenceOf({
  A: ["LoRA freezes the pretrained weights."],
  B: ["QLoRA quantises the frozen weights to four bits."],
});
const ranked = rankedFrom(evidence);

async function* draftOf(pieces: readonly string[], failure?: Error): AsyncGenerator<string> {
  yield* pieces;
  if (failure) throw failure;
}

/** An event in short: `+text`, `paper 1 A`, `cited c-1`. */
function show(event: AnswerEvent): string {
  if (event.type === "text-added") return `+${event.text}`;
  if (event.type === "paper-cited") return `paper ${event.number} ${event.ranked.paper.paperId}`;
  if (event.type === "sentence-cited") return `cited ${event.citation.citationId}`;
  return event.type;
}

test("a paper comes before the text with its first marker, a citation after its sentence", async () => {
  const shown: string[] = [];
  const events = citeDraft(
    draftOf(["It freezes", " weights [", "2", "].", " Then", " again [2]."]),
    evidence,
    ranked,
  );
  let next = await events.next();
  for (; !next.done; next = await events.next()) shown.push(show(next.value));
  expect(shown).toEqual([
    "+It freezes",
    "+ weights",
    "paper 1 B",
    "+ [1].",
    "+ Then",
    "cited c-1",
    "+ again [1].",
    "cited c-2",
  ]);
  expect(next.value).toEqual({
    text: "It freezes weights [1]. Then again [1].",
    citations: [
      expect.objectContaining({ citationId: "c-1", answerStart: 0, answerEnd: 23 }),
      expect.objectContaining({ citationId: "c-2", answerStart: 24, answerEnd: 39 }),
    ],
  });
});

test("an empty draft gives no event and an empty text", async () => {
  const events = citeDraft(draftOf(["", ""]), evidence, ranked);
  expect(await events.next()).toEqual({ done: true, value: { text: "", citations: [] } });
});

test("a draft that fails gives what it had begun, then fails", async () => {
  const shown: string[] = [];
  const failure = new Error("the answer broke off");
  const run = async () => {
    for await (const event of citeDraft(
      draftOf(["It freezes weights [1]. And ["], failure),
      evidence,
      ranked,
    )) {
      shown.push(show(event));
    }
  };
  await expect(run()).rejects.toBe(failure);
  expect(shown).toEqual(["paper 1 A", "+It freezes weights [1]. And", "cited c-1", "+ ["]);
});

test("leaving the loop ends the draft", async () => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<string> {
    try {
      while (true) yield "word ";
    } finally {
      isEnded = true;
    }
  }
  for await (const _ of citeDraft(endless(), evidence, ranked)) break;
  expect(isEnded).toBe(true);
});

test("evidence from a paper that was not retrieved is a mistake of the caller", async () => {
  const events = citeDraft(draftOf(["[1]"]), evidence, ranked.slice(1));
  await expect(events.next()).rejects.toThrow('"A"');
});

test("each sentence's check is waited for, in the order of the sentences, and decides its verdict", async () => {
  const asked: string[] = [];
  const events = await Array.fromAsync(
    citeDraft(draftOf(["It freezes weights [1]. It quantises ", "them [2]."]), evidence, ranked, {
      check: async (claim, { paper }) => {
        asked.push(claim);
        await new Promise((resolve) => setTimeout(resolve, paper.paperId === "A" ? 20 : 0));
        return { verdict: "weak", reasons: [`asked of ${paper.paperId}`] };
      },
    }),
  );
  expect(asked).toEqual(["It freezes weights [1].", "It quantises them [2]."]);
  const citations = events.flatMap((event) => (event.type === "sentence-cited" ? [event.citation] : []));
  expect(citations.map(({ citationId, reasons }) => [citationId, ...reasons])).toEqual([
    ["c-1", "asked of A"],
    ["c-2", "asked of B"],
  ]);
});

test("a sentence that repeats a marker hundreds of times is checked once for each part", async () => {
  let checks = 0;
  await Array.fromAsync(
    citeDraft(draftOf([`It freezes weights ${"[1] and ".repeat(400)}.`]), evidence, ranked, {
      check: async () => {
        checks += 1;
        return { verdict: "supported", reasons: [] };
      },
    }),
  );
  expect(checks).toBeLessThanOrEqual(3);
});

test("a second opinion that comes while the text goes on replaces its citation", async () => {
  const opinions = createSecondOpinions({ ask: async () => "unsupported", onFailure: () => {} });
  async function* draft(): AsyncGenerator<string> {
    yield "LoRA freezes the pretrained weights [1]. Th";
    await new Promise((resolve) => setTimeout(resolve, 10));
    yield "en";
  }
  const shown: string[] = [];
  const events = citeDraft(draft(), evidence, ranked, { opinions });
  let next = await events.next();
  for (; !next.done; next = await events.next()) {
    const { value } = next;
    shown.push(show(value) + (value.type === "sentence-cited" ? ` ${value.citation.verdict}` : ""));
  }
  expect(shown.slice(1)).toEqual([
    "+LoRA freezes the pretrained weights [1]. Th",
    "cited c-1 supported",
    "+en",
    "cited c-1 unsupported",
  ]);
  expect(next.value.citations.map(({ verdict }) => verdict)).toEqual(["unsupported"]);
});

test("figures that no paper has are named in a line behind the text", async () => {
  const events = await Array.fromAsync(citeDraft(draftOf(["It gains 58.1% [1].\n"]), evidence, ranked));
  expect(events.map(show).at(-1)).toBe("+\nNot found in the cited paper: the number 58.1%.");
});

test("a written draft of markers alone is no answer, and declines", async () => {
  const events = await Array.fromAsync(citeDraft(draftOf(["[1]"]), evidence, ranked, { isWritten: true }));
  expect(events.map(show).at(-1)).toBe("+\n\nThe papers I found don't answer this question.");
});

test("digits of an address and escaped brackets are no figures", async () => {
  const draft = draftOf([
    "LoRA freezes the pretrained weights, see https://a.org/2401.12345 [1]. LoRA freezes weights \\[1\\] [1].",
  ]);
  const events = await Array.fromAsync(citeDraft(draft, evidence, ranked, { isWritten: true }));
  expect(events.map(show).filter((shown) => shown.includes("Not found"))).toEqual([]);
});
