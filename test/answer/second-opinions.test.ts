import { expect, test } from "vitest";
import { type AskOpinion, createSecondOpinions } from "../../src/answer/second-opinions.ts";
import type { Citation, Verdict } from "../../src/domain/answer.ts";
import { type FootnoteError, ModelError } from "../../src/domain/errors.ts";
import { evidenceOf } from "./evidence-of.ts";

const evidence = evidenceOf({ A: ["LoRA freezes the pretrained weights."] })[0];
if (!evidence) throw new Error("There is no evidence.");
const cited = evidence;

function citation(citationId: string, verdict: Verdict = "supported"): Citation {
  const { paper, quote, quoteStart, quoteEnd } = cited;
  const place = { answerStart: 0, answerEnd: 1, quote, quoteStart, quoteEnd };
  return { citationId, number: 1, paper, ...place, verdict, reasons: verdict === "supported" ? [] : ["why"] };
}

function opinionsOf(ask: AskOpinion, patienceMs = 5_000) {
  const failures: FootnoteError[] = [];
  const opinions = createSecondOpinions({ ask, patienceMs, onFailure: (error) => failures.push(error) });
  const about = (id: string, verdict?: Verdict) => opinions.ask(id, cited, citation(id, verdict));
  return { opinions, about, failures };
}

const verdicts = (citations: readonly Citation[]) =>
  citations.map(({ citationId, verdict }) => `${citationId} ${verdict}`);

test("an opinion changes a citation for the worse only, and says so", async () => {
  const answers: Record<string, Verdict | undefined> = {
    a: "weak",
    b: "supported",
    c: "unsupported",
    e: undefined,
  };
  const { opinions, about } = opinionsOf(async (claim) => answers[claim]);
  about("a");
  about("b", "weak");
  about("c", "weak");
  about("d", "unsupported");
  about("e");
  const revised = await Array.fromAsync(opinions.rest());
  expect(verdicts(revised).sort()).toEqual(["a weak", "c unsupported"]);
  expect(revised.find(({ citationId }) => citationId === "c")?.reasons).toEqual([
    "why",
    "a second reading by the chat model does not find this in the paper",
  ]);
});

test("two are asked for at a time, in the order of the citations", async () => {
  const started: string[] = [];
  const finish: (() => void)[] = [];
  const { opinions, about } = opinionsOf(async (claim) => {
    started.push(claim);
    await new Promise<void>((resolve) => finish.push(resolve));
    return "weak";
  });
  for (const id of ["a", "b", "c"]) about(id);
  expect(started).toEqual(["a", "b"]);
  expect(opinions.revised()).toEqual([]);
  finish[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual(["a", "b", "c"]);
  expect(verdicts(opinions.revised())).toEqual(["b weak"]);
  expect(opinions.revised()).toEqual([]);
  opinions.stop();
});

test("an answer waits for a bounded time, then what is under way is cancelled", async () => {
  const signals: AbortSignal[] = [];
  const { opinions, about, failures } = opinionsOf(async (claim, _, signal) => {
    signals.push(signal);
    if (claim === "quick") return "weak";
    return await new Promise<Verdict>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  }, 50);
  about("slow");
  about("quick");
  expect(verdicts(await Array.fromAsync(opinions.rest()))).toEqual(["quick weak"]);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  expect(failures).toEqual([]);
});

test.each([new ModelError("The chat model's server has failed."), new Error("something else")])(
  "a failure is told once and ends the asking: %s",
  async (error) => {
    let asked = 0;
    const { opinions, about, failures } = opinionsOf(async () => {
      asked += 1;
      throw error;
    });
    for (const id of ["a", "b", "c", "d"]) about(id);
    expect(await Array.fromAsync(opinions.rest())).toEqual([]);
    expect(asked).toBeLessThanOrEqual(2);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBeInstanceOf(ModelError);
  },
);

test("an aborted request ends the waiting at once and cancels what is under way", async () => {
  const request = new AbortController();
  const signals: AbortSignal[] = [];
  const opinions = createSecondOpinions({
    ask: async (_claim, _evidence, signal) => {
      signals.push(signal);
      return await new Promise<Verdict>(() => {});
    },
    onFailure: () => {},
    signal: request.signal,
    patienceMs: 60_000,
  });
  for (const id of ["a", "b", "c"]) opinions.ask(id, cited, citation(id));
  const rest = Array.fromAsync(opinions.rest());
  request.abort(new Error("the reader left"));
  await expect(rest).rejects.toThrow("the reader left");
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});
