import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { collectAnswer } from "../../src/cli/answer-json.ts";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import { updateIndex } from "../../src/index/update-index.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";
import { diesAfter, refuses, says, stallsAfter } from "../upstream/behaviours.ts";
import { type Behaviour, createUpstream, type Upstream } from "../upstream/create-upstream.ts";

/** Everything together, with a chat model: a real index, and an upstream that speaks chat completions on a real socket. */
let dataDir: string;
let seedsDir: string;
let upstream: Upstream | undefined;
let stop = new AbortController();

beforeAll(async () => {
  const folder = await temporaryFolder();
  dataDir = join(folder, "data");
  seedsDir = join(folder, "seeds");
  await mkdir(seedsDir);
  await writePage(await samplePage(8));
  await updateIndex([await samplePage(8)], updateParts(dataDir, watchedModel()));
});

async function writePage(
  { entries }: Awaited<ReturnType<typeof samplePage>>,
  name = "003_78c848d8f8344d7f.txt",
) {
  const text = entries.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n");
  await writeFile(join(seedsDir, name), text);
}

afterEach(async () => {
  stop.abort();
  stop = new AbortController();
  await upstream?.close();
  upstream = undefined;
});

async function composed(environment: Readonly<Record<string, string>> = {}) {
  const notices: string[] = [];
  const { footnote, prepared } = await composeFootnote(
    readConfig({ DATA_DIR: dataDir, SEEDS_DIR: seedsDir, ...environment }),
    { onProgress: () => {}, onNotice: (notice) => notices.push(notice), signal: stop.signal },
  );
  return { footnote, prepared, notices };
}

const withModel = (...script: readonly [Behaviour, ...Behaviour[]]) => withModelSet({}, ...script);

async function withModelSet(
  changes: Readonly<Record<string, string>>,
  ...script: readonly [Behaviour, ...Behaviour[]]
) {
  upstream = await createUpstream(...script);
  const environment = {
    OPENAI_BASE_URL: upstream.baseUrl,
    CHAT_MODEL: "test-model",
    CHAT_TIMEOUT_SECONDS: "10",
    HYPOTHESIS_SECONDS: "0",
  };
  return { ...(await composed({ ...environment, ...changes })), upstream };
}

type Finished = Extract<AnswerEvent, { readonly type: "answer-finished" }>;

const question = "Which speech model can listen while it is speaking?";

test("a model writes from numbered evidence; its markers become papers, unknown ones go", async () => {
  const { footnote, upstream: model } = await withModel(
    says(["LSLM listens while ", "it speaks [", "1", "]. It has 99 layers [2]. Nobody knows why [99]."]),
  );
  const {
    text,
    citations,
    outcome,
    model: name,
  } = await collectAnswer(footnote.answer({ history: [], question }, { signal: stop.signal }));
  expect(text).toBe(
    "LSLM listens while it speaks [1]. It has 99 layers [1]. Nobody knows why [1].\n\n" +
      "Not found in the cited paper: the number 99.",
  );
  expect(name).toBe("test-model");
  expect(outcome).toMatchObject({ kind: "answered" });
  expect(citations.map(({ number, verdict }) => [number, verdict])).toEqual([
    [1, "supported"],
    [1, "unsupported"],
    [1, expect.not.stringMatching("^supported$")],
  ]);
  expect(citations[1]?.reasons).toEqual(["number 99 not in the paper"]);
  for (const { paper, quote, quoteStart, quoteEnd } of citations) {
    expect(paper.title).toBe("Language Model Can Listen While Speaking");
    expect(paper.abstract.slice(quoteStart, quoteEnd)).toBe(quote);
  }
  const prompt = model.requests[0]?.body.messages.at(-1)?.content ?? "";
  expect(prompt).toContain("[1] Language Model Can Listen While Speaking: “");
  expect(prompt).toContain(question);
});

test("a follow-up is rewritten by the model and then searched for", async () => {
  const { footnote, upstream: model } = await withModel(
    says(["Which fusion strategies does LSLM, the listening-while-speaking model, try?"]),
    says(["Early, middle and late fusion [1]."]),
  );
  const history = [
    { role: "user" as const, text: question, citedPaperUrls: [] },
    { role: "assistant" as const, text: "LSLM does [1].", citedPaperUrls: [] },
  ];
  const { outcome, citations } = await collectAnswer(
    footnote.answer({ history, question: "And which fusions?" }, { signal: stop.signal }),
  );
  expect(outcome?.standaloneQuestion).toBe(
    "Which fusion strategies does LSLM, the listening-while-speaking model, try?",
  );
  expect(citations[0]?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(model.requests).toHaveLength(2);
});

test("where no paper stands out, the model imagines an abstract that is searched for and never shown", async () => {
  const imagined =
    "We present a dialogue model that keeps listening while it talks. It hears an interruption and falls silent at once. ";
  const { footnote, upstream: model } = await withModelSet(
    { HYPOTHESIS_SECONDS: "5" },
    says([imagined]),
    says(["They are evaluated on security tasks [1]."]),
  );
  const events = await Array.fromAsync(
    footnote.answer(
      { history: [], question: "How are language models evaluated on security tasks and training openly?" },
      { signal: stop.signal },
    ),
  );
  expect(model.requests).toHaveLength(2);
  expect(model.requests[0]?.body.messages[0]?.content).toContain("You imagine the abstract");
  expect(model.requests[1]?.body.messages.at(-1)?.content).not.toContain("falls silent");
  const { retrieved = [], ...shown } = events.find(({ type }) => type === "answer-finished") as Finished;
  expect(JSON.stringify([events.slice(0, -1), shown])).not.toContain("falls silent");
  const listening = retrieved.find(({ paper }) => paper.title === "Language Model Can Listen While Speaking");
  expect(listening?.stages).toContainEqual(expect.objectContaining({ stage: "hypothesis", rank: 1 }));
});

test("a search asks for no rewrite where the model fails, and carries over what was talked about", async () => {
  const { footnote, notices } = await withModel(refuses(500));
  const history = [{ role: "user" as const, text: question, citedPaperUrls: [] }];
  const { papers, standaloneQuestion } = await footnote.search(
    { history, question: "And which fusions does it try?" },
    { k: 1, signal: stop.signal },
  );
  expect(papers[0]?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(standaloneQuestion).toContain("fusions");
  expect(notices.join()).toContain("status 500");
});

test("the model's refusal sentence is an outcome with the nearest papers", async () => {
  const { footnote } = await withModel(says(["The papers I found don't ", "answer this question."]));
  const { outcome, citations } = await collectAnswer(
    footnote.answer(
      { history: [], question: "Who funded the listening-while-speaking model?" },
      { signal: stop.signal },
    ),
  );
  expect(outcome).toMatchObject({ kind: "refused", reason: "not-stated" });
  expect(outcome?.nearest[0]?.title).toBe("Language Model Can Listen While Speaking");
  expect(citations).toEqual([]);
});

test.each([
  ["a wrong key", refuses(401), /OPENAI_API_KEY/],
  ["too many requests", refuses(429, { headers: { "retry-after": "7" } }), /7 s/],
  ["an unknown model", refuses(404), /CHAT_MODEL/],
])(
  "%s is told in words, with what to do and nothing of what the upstream said",
  async (_, behaviour, expected) => {
    const { footnote, notices } = await withModel(behaviour);
    const events = await Array.fromAsync(footnote.answer({ history: [], question }, { signal: stop.signal }));
    const last = events.at(-1);
    expect(last).toMatchObject({ type: "answer-failed", message: expect.stringMatching(expected) });
    expect(JSON.stringify(events)).not.toContain("upstream's own words");
    expect(notices).toHaveLength(1);
  },
);

test("an upstream that dies in mid-sentence leaves what came, and the failure in words", async () => {
  const { footnote } = await withModel(diesAfter(["LSLM listens [1]. And it al"]));
  const events = await Array.fromAsync(footnote.answer({ history: [], question }, { signal: stop.signal }));
  const text = events.flatMap((event) => (event.type === "text-added" ? [event.text] : [])).join("");
  expect(text).toBe("LSLM listens [1]. And it al");
  expect(events.filter(({ type }) => type === "sentence-cited")).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({
    type: "answer-failed",
    message: expect.stringMatching(/broke off|ended/),
  });
});

test("whoever leaves cancels the request to the model, and nothing more is said", async () => {
  const { footnote, upstream: model } = await withModel(stallsAfter(["LSLM listens "]));
  const leave = new AbortController();
  const seen: AnswerEvent[] = [];
  for await (const event of footnote.answer({ history: [], question }, { signal: leave.signal })) {
    seen.push(event);
    if (event.type === "text-added") leave.abort();
  }
  expect(seen.at(-1)?.type).toBe("text-added");
  expect(await (await model.request(0)).isCutShort).toBe(true);
});

test("a reader in one process sees what a writer in another has published", async () => {
  const { footnote, prepared } = await composed();
  expect((await prepared).paperCount).toBe(8);
  await updateIndex([await samplePage(10)], updateParts(dataDir, watchedModel()));
  await expect
    .poll(
      async () =>
        (await footnote.listPapers({ sort: "title", offset: 0, limit: 1, signal: stop.signal })).total,
      {
        timeout: 5000,
      },
    )
    .toBe(10);
});

test("a missing seeds folder stops nothing where papers are indexed, and says so", async () => {
  const { footnote, prepared, notices } = await composed({ SEEDS_DIR: join(seedsDir, "missing") });
  await prepared;
  expect(footnote.readiness()).toMatchObject({ isReady: true, paperCount: 10 });
  expect(notices).toEqual([expect.stringMatching(/missing.*indexed before are served/su)]);
});

test("without pages and without an index, questions are refused and the reason is told", async () => {
  const empty = await temporaryFolder();
  const { footnote, prepared } = await composed({ SEEDS_DIR: empty, DATA_DIR: join(empty, "data") });
  await expect(prepared).rejects.toThrow(/seeds|pages|\.txt/u);
  const { outcome } = await collectAnswer(
    footnote.answer({ history: [], question }, { signal: stop.signal }),
  );
  expect(outcome).toMatchObject({ kind: "refused", reason: "empty-index" });
  const { isReady, missing } = footnote.readiness();
  expect(isReady).toBe(false);
  expect(missing).toHaveLength(1);
  await rm(empty, { recursive: true });
});

test("the terminal learns what kind of failure it was, and nothing that the upstream said", async () => {
  const { footnote, notices } = await withModel(
    refuses(401, { code: "invalid_api_key", message: "Incorrect API key sk-SECRET" }),
  );
  for await (const _ of footnote.answer({ history: [], question }, { signal: stop.signal }));
  expect(notices).toEqual([
    "The chat model's server asks for a key. Set OPENAI_API_KEY. " +
      "(AuthenticationError, status 401, code invalid_api_key)",
  ]);
});

test("a code that an upstream made up is not repeated", async () => {
  const { footnote, notices } = await withModel(refuses(400, { code: "key sk-SECRET" }));
  for await (const _ of footnote.answer({ history: [], question }, { signal: stop.signal }));
  expect(notices.join()).toMatch(/status 400\)$/);
});
