import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { samplePage, temporaryFolder } from "../fixtures/collection.ts";
import { collected } from "../server/door.ts";
import { serveOpenAI } from "./serve-openai.ts";

/** Answers from papers of a real page and the real embedded model, read by OpenAI's client: no script decides where a marker is. */
const stop = new AbortController();
let footnote: Footnote;
let client: OpenAI;
let close = async () => {};

beforeAll(async () => {
  const folder = await temporaryFolder();
  const seedsDir = join(folder, "seeds");
  await mkdir(seedsDir);
  const { name, entries } = await samplePage(4);
  const text = entries.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n");
  await writeFile(join(seedsDir, name), text);
  const composed = await composeFootnote(
    readConfig({ SEEDS_DIR: seedsDir, DATA_DIR: join(folder, "data") }),
    { onProgress: () => {}, onNotice: () => {}, signal: stop.signal },
  );
  ({ footnote } = composed);
  const served = await serveOpenAI(footnote);
  close = served.close;
  client = new OpenAI({ baseURL: served.baseURL, apiKey: "unused", maxRetries: 0 });
  await composed.prepared;
});

afterAll(async () => {
  await close();
  stop.abort();
});

const QUESTIONS = [
  "Is there a speech model that lets people interrupt it while it is talking?",
  "Which papers deal with language models?",
  "What success rate does DeepSeek-R1 reach on the Cybench tasks?",
  "Compare the papers on listening while speaking and on Cybench.",
  "How many papers mention language models?",
];

test.each(QUESTIONS)(
  "every annotation encloses the marker of the paper that it names: %s",
  async (question) => {
    const { choices, ...rest } = await client.chat.completions.create({
      model: "footnote",
      messages: [{ role: "user", content: question }],
    });
    const { content, annotations = [] } = choices[0]?.message ?? {};
    const text = content ?? "";
    const addresses: readonly string[] = Object(rest).citations;
    const enclosed = annotations.map(({ url_citation }) => url_citation);
    expect(enclosed.length).toBeGreaterThan(0);
    for (const { start_index, end_index, url } of enclosed)
      expect(text.slice(start_index, end_index)).toBe(`[${addresses.indexOf(url) + 1}]`);
    // Each marker is annotated, and none twice.
    const markers = [...text.matchAll(/\[\d+\]/gu)].map(({ index }) => index);
    expect(enclosed.map(({ start_index }) => start_index).toSorted((a, b) => a - b)).toEqual(markers);
    for (const { title, snippet } of Object(rest).search_results) {
      const { papers } = await footnote.listPapers({
        query: title,
        sort: "relevance",
        offset: 0,
        limit: 5,
        signal: stop.signal,
      });
      expect(papers.find((paper) => paper.title === title)?.abstract).toContain(snippet);
    }
  },
);

test("what is streamed adds up to what is sent whole", async () => {
  const messages = [{ role: "user", content: QUESTIONS[1] ?? "" }] as const;
  const whole = await client.chat.completions.create({ model: "footnote", messages: [...messages] });
  const stream = await client.chat.completions.create({
    model: "footnote",
    messages: [...messages],
    stream: true,
  });
  const deltas = (await collected(stream)).flatMap(({ choices }) => choices[0]?.delta ?? []);
  const expected = whole.choices[0]?.message;
  expect(deltas.map(({ content }) => content ?? "").join("")).toBe(expected?.content);
  expect(deltas.flatMap((delta) => Object(delta).annotations ?? [])).toEqual(expected?.annotations);
});
