import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { updateIndex } from "../../src/index/update-index.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";
import { refuses, says, stallsAfter } from "./behaviours.ts";
import { type Behaviour, createUpstream, type UpstreamRequest } from "./create-upstream.ts";

/** With CHECK_WITH_MODEL the model that wrote an answer is asked again, behind the answer's text. */
const stop = new AbortController();
let dataDir: string;
let seedsDir: string;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  seedsDir = await temporaryFolder();
  await updateIndex([await samplePage(8)], updateParts(dataDir, watchedModel()));
});

afterAll(() => stop.abort());

const ANSWER = "LSLM can listen while speaking [1]. It is a listening-while-speaking language model [1].";

const isOpinion = ({ body }: UpstreamRequest) =>
  body.messages[0]?.content.startsWith("You check one sentence");

/** An answer whose opinions the model gives so. */
async function answerWith(opinion: Behaviour, signal = stop.signal) {
  const upstream = await createUpstream((response, request) =>
    (isOpinion(request) ? opinion : says([...ANSWER]))(response, request),
  );
  onTestFinished(() => upstream.close());
  const notices: string[] = [];
  const { footnote, prepared } = await composeFootnote(
    readConfig({
      DATA_DIR: dataDir,
      SEEDS_DIR: seedsDir,
      OPENAI_BASE_URL: upstream.baseUrl,
      CHAT_MODEL: "some-model",
      HYPOTHESIS_SECONDS: "0",
      CHECK_WITH_MODEL: "true",
    }),
    { onProgress: () => {}, onNotice: (notice) => notices.push(notice), signal: stop.signal },
  );
  await prepared;
  // That there are no pages to load is told, too.
  notices.length = 0;
  const question = "Which speech model can listen while it is speaking?";
  return { answer: footnote.answer({ history: [], question }, { signal }), notices, upstream };
}

async function eventsWith(opinion: Behaviour) {
  const { answer, ...rest } = await answerWith(opinion);
  return { events: await Array.fromAsync(answer), ...rest };
}

function citationsIn(events: readonly AnswerEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.type === "sentence-cited" ? [`${event.citation.citationId} ${event.citation.verdict}`] : [],
  );
}

test("a citation that the model thinks worse of is sent again before the outcome, with why", async () => {
  const { events, notices, upstream } = await eventsWith(says(["unsupported"]));
  expect(citationsIn(events).slice().sort()).toEqual([
    "c-1 supported",
    "c-1 unsupported",
    "c-2 supported",
    "c-2 unsupported",
  ]);
  const types = events.map(({ type }) => type);
  expect(types.lastIndexOf("sentence-cited")).toBeLessThan(types.indexOf("outcome-decided"));
  expect(upstream.requests.filter(isOpinion)).toHaveLength(2);
  expect(notices).toEqual([]);
  const last = events.findLast((event) => event.type === "sentence-cited");
  expect(last?.citation.reasons).toEqual([
    "a second reading by the chat model does not find this in the paper",
  ]);
});

test("the text never waits for opinions: it has ended when slow ones come", async () => {
  const { events } = await eventsWith(says(["", "partly"], { delayMs: 300 }));
  const ended = events.findIndex(({ type }) => type === "text-ended");
  expect(citationsIn(events.slice(0, ended))).toEqual(["c-1 supported", "c-2 supported"]);
  expect(citationsIn(events.slice(ended)).slice().sort()).toEqual(["c-1 weak", "c-2 weak"]);
});

test("an opinion that agrees, or none that can be read, changes nothing", async () => {
  for (const reply of ["supported", "as you like"]) {
    const { events } = await eventsWith(says([reply]));
    expect(citationsIn(events)).toEqual(["c-1 supported", "c-2 supported"]);
  }
});

test("a failing opinion is told to whoever runs Footnote, and not to the reader", async () => {
  const { events, notices } = await eventsWith(refuses(400));
  expect(citationsIn(events)).toEqual(["c-1 supported", "c-2 supported"]);
  expect(events.at(-1)?.type).toBe("answer-finished");
  expect(notices).toHaveLength(1);
});

test("a reader who leaves meanwhile ends the opinions' requests and the answer at once", async () => {
  const leaving = new AbortController();
  const { answer, notices, upstream } = await answerWith(stallsAfter(["<think>"]), leaving.signal);
  const types: AnswerEvent["type"][] = [];
  const done = (async () => {
    for await (const { type } of answer) types.push(type);
  })();
  const opinions = [await upstream.request(1), await upstream.request(2)];
  expect(opinions.every(isOpinion)).toBe(true);
  await expect.poll(() => types.at(-1)).toBe("text-ended");
  leaving.abort();
  expect(await Promise.all(opinions.map(({ isCutShort }) => isCutShort))).toEqual([true, true]);
  await done;
  expect(types.at(-1)).toBe("text-ended");
  expect(notices).toEqual([]);
});
