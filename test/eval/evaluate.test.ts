import { describe, expect, test } from "vitest";
import type { AnswerEvent, Outcome } from "../../src/domain/answer.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import type { Conversation } from "../../src/domain/question.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { summarise } from "../../src/eval/summarise.ts";
import { LISTENING, RULES, rankedOf } from "../fixtures/papers.ts";
import { scriptedFootnote } from "../server/scripted-footnote.ts";
import { citationOf } from "./citation-of.ts";
import { goldOf } from "./gold-questions.ts";

const evidence =
  "RuLES consists of 15 simple text scenarios in which the model is instructed to obey a set of rules in natural language.";

const questions = [
  goldOf({ id: "found", facts: [["15"], ["programmatic"]], evidence: [evidence] }),
  goldOf({
    id: "failing",
    type: "followup",
    question: "And how does it listen?",
    history: [
      { role: "user", content: "Is there a model that listens?" },
      { role: "assistant", content: "Yes, LSLM." },
    ],
    gold: [LISTENING.title],
    facts: [["channels"]],
  }),
  goldOf({ id: "refused", type: "unanswerable", question: "What did it cost?", gold: [], facts: [] }),
];

const outcomes: Readonly<Record<string, Outcome>> = {
  answered: { kind: "answered", standaloneQuestion: "", missing: [], nearest: [] },
  refused: { kind: "refused", reason: "not-stated", standaloneQuestion: "", missing: [], nearest: [] },
};

/** A clock that each step of the script moves on. */
function createClock() {
  let timeMs = 1000;
  return {
    now: () => timeMs,
    wait: (milliseconds: number) => {
      timeMs += milliseconds;
    },
  };
}

type Clock = ReturnType<typeof createClock>;

function* rulesAnswer(clock: Clock): Generator<AnswerEvent> {
  const citation = citationOf(RULES, evidence);
  yield { type: "answer-started", messageId: "m-1" };
  clock.wait(20);
  yield { type: "text-added", text: "**Rules**: “RuLES consists of 1" };
  clock.wait(5);
  yield { type: "text-added", text: "5 simple text scenarios …” [1]." };
  yield { type: "sentence-cited", citation };
  clock.wait(5);
  yield { type: "text-ended", citations: [citation] };
  if (outcomes["answered"]) yield { type: "outcome-decided", outcome: outcomes["answered"] };
}

function* refusal(clock: Clock): Generator<AnswerEvent> {
  clock.wait(8);
  yield { type: "text-added", text: "The abstracts here don't state that." };
  yield { type: "text-ended", citations: [] };
  if (outcomes["refused"]) yield { type: "outcome-decided", outcome: outcomes["refused"] };
}

/** Answers the first question well, fails on the second and refuses the third. */
function scripted(clock: Clock): Pick<Footnote, "answer" | "search"> {
  return {
    async *answer({ question }) {
      if (question === "And how does it listen?")
        yield { type: "answer-failed", message: "The model is away." };
      else yield* question === "What did it cost?" ? refusal(clock) : rulesAnswer(clock);
    },
    async search(conversation) {
      clock.wait(3);
      return {
        standaloneQuestion: conversation.question,
        papers: [rankedOf(LISTENING), rankedOf(RULES, { rank: 2 })],
      };
    },
  };
}

async function evaluated() {
  const clock = createClock();
  const footnote = scriptedFootnote(scripted(clock));
  const { signal } = new AbortController();
  return await Array.fromAsync(evaluate(questions, { footnote, now: clock.now, signal }));
}

describe("three questions, one of which fails", () => {
  test("give a row each, with figures that can be computed by hand", async () => {
    const [found, failing, refused] = await evaluated();
    expect(found).toMatchObject({
      id: "found",
      outcome: "answered",
      figures: {
        "hit@1": 0,
        "R@5": 1,
        "R@10": 1,
        "MRR@10": 0.5,
        inText: 0.5,
        facts: 0.5,
        evidence: 1,
        citeP: 1,
        citeR: 1,
        falseRefuse: 0,
        quotes: 1,
      },
      latency: { firstTokenMs: 20, firstCitationMs: 25, totalMs: 30, searchMs: 3 },
      cited: [{ title: RULES.title, quote: evidence }],
      found: [LISTENING.title, RULES.title],
    });
    expect(failing).toMatchObject({
      id: "failing",
      failure: "The model is away.",
      figures: { "R@5": 0, falseRefuse: 1 },
    });
    expect(failing).not.toHaveProperty("latency");
    expect(refused).toMatchObject({
      outcome: "refused: not-stated",
      figures: { refuseOK: 1 },
      latency: { firstTokenMs: 8, totalMs: 8, searchMs: 3 },
    });
    expect(refused?.latency).not.toHaveProperty("firstCitationMs");
  });

  test("are averaged by type, over all answerable, and over all", async () => {
    const summaries = summarise(await evaluated());
    expect(summaries.map(({ group, questionCount }) => [group, questionCount])).toEqual([
      ["numeric", 1],
      ["followup", 1],
      ["unanswerable", 1],
      ["all answerable", 2],
      ["all", 3],
    ]);
    expect(summaries[3]).toMatchObject({
      failedCount: 1,
      figures: {
        "R@5": 0.5,
        "MRR@10": 0.25,
        inText: 0.25,
        evidence: 1,
        citeP: 0.5,
        falseRefuse: 0.5,
        quotes: 0.5,
      },
      latencies: { firstTokenMs: { p50: 20, p95: 20 } },
    });
    expect(summaries[3]?.figures).not.toHaveProperty("refuseOK");
    expect(summaries[4]).toMatchObject({
      figures: { "R@5": 0.5, refuseOK: 1 },
      latencies: { totalMs: { p50: 8, p95: 30 }, firstCitationMs: { p50: 25, p95: 25 } },
    });
  });
});

test("asks for the answer first, then for ten papers, both with the whole conversation", async () => {
  const asked: [string, Conversation, number | undefined][] = [];
  const { answer, search } = scripted(createClock());
  const footnote = scriptedFootnote({
    answer: (conversation, options) => {
      asked.push(["answer", conversation, undefined]);
      return answer(conversation, options);
    },
    search: (conversation, options) => {
      asked.push(["search", conversation, options.k]);
      return search(conversation, options);
    },
  });
  const history = [{ role: "user" as const, content: "Which rules are there?" }];
  const question = goldOf({ history });
  const { signal } = new AbortController();
  await Array.fromAsync(evaluate([question], { footnote, now: () => 0, signal }));
  const conversation = {
    history: [{ role: "user", text: "Which rules are there?", citedPaperUrls: [] }],
    question: question.question,
  };
  expect(asked).toEqual([
    ["answer", conversation, undefined],
    ["search", conversation, 10],
  ]);
});

test("a search that fails and an answer without an outcome fail the question", async () => {
  const { signal } = new AbortController();
  const failures = async (changes: Partial<Footnote>) => {
    const footnote = scriptedFootnote(changes);
    const rows = await Array.fromAsync(evaluate([goldOf()], { footnote, now: () => 0, signal }));
    return rows.map(({ failure }) => failure);
  };
  expect(await failures({ search: () => Promise.reject(new TypeError("broken")) })).toEqual([
    "TypeError: broken",
  ]);
  expect(await failures({ async *answer() {} })).toEqual(["The answer ended without an outcome."]);
});

test("a cancelled run ends, it does not fail its questions", async () => {
  const stop = new AbortController();
  const footnote = scriptedFootnote({
    search: () => {
      stop.abort(new Error("stopped"));
      return Promise.reject(new Error("cut off"));
    },
  });
  const rows = evaluate([goldOf()], { footnote, now: () => 0, signal: stop.signal });
  await expect(Array.fromAsync(rows)).rejects.toThrow("stopped");
});
