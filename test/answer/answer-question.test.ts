import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeFootnote } from "../../src/compose/compose-footnote.ts";
import { readConfig } from "../../src/config.ts";
import type { AnswerEvent } from "../../src/domain/answer.ts";
import type { Footnote } from "../../src/domain/footnote.ts";
import { samplePage, temporaryFolder } from "../fixtures/collection.ts";

/** A real index of eight papers, the embedded model, and no chat model. */
const stop = new AbortController();
let footnote: Footnote;

beforeAll(async () => {
  const folder = await temporaryFolder();
  const seedsDir = join(folder, "seeds");
  const { name, entries } = await samplePage(8);
  const text = entries.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n");
  await mkdir(seedsDir);
  await writeFile(join(seedsDir, name), text);
  const composed = await composeFootnote(
    readConfig({ SEEDS_DIR: seedsDir, DATA_DIR: join(folder, "data") }),
    { onProgress: () => {}, onNotice: () => {}, signal: stop.signal },
  );
  footnote = composed.footnote;
  await composed.prepared;
});

afterAll(() => stop.abort());

async function eventsOf(question: string): Promise<readonly AnswerEvent[]> {
  return await Array.fromAsync(footnote.answer({ history: [], question }, { signal: stop.signal }));
}

function retrievedIn(events: readonly AnswerEvent[]) {
  return events.flatMap((event) => (event.type === "answer-finished" ? event.retrieved : []));
}

test("an answer ends with every paper found for it, best first, and how each came there", async () => {
  const events = await eventsOf("Which speech model can listen while it is speaking?");
  const retrieved = retrievedIn(events);
  expect(retrieved).toHaveLength(8);
  expect(retrieved.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(retrieved[0]?.paper.title).toBe("Language Model Can Listen While Speaking");
  const cited = events.flatMap((event) => (event.type === "paper-cited" ? [event.ranked] : []));
  expect(cited.length).toBeGreaterThan(0);
  expect(retrieved).toEqual(expect.arrayContaining(cited));
  for (const { stages } of retrieved) {
    expect(stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(["fusion", "late"]));
  }
});

test("a refusal ends with the papers that were found and not thought enough, help with none", async () => {
  const refused = await eventsOf("How do I keep a sourdough starter alive during my holiday?");
  expect(refused.at(-2)).toMatchObject({ type: "outcome-decided", outcome: { kind: "refused" } });
  expect(retrievedIn(refused).length).toBeGreaterThan(0);
  const help = await eventsOf("hello");
  expect(help.at(-1)).toMatchObject({ type: "answer-finished", retrieved: [] });
});
