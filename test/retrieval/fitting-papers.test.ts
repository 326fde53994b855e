import { beforeAll, expect, test } from "vitest";
import { standingAlone } from "../../src/domain/question.ts";
import { openPaperIndex, type PaperIndex } from "../../src/index/paper-index.ts";
import { indexFolderOf, updateIndex } from "../../src/index/update-index.ts";
import { fittingPapers, PAPERS_RANKED } from "../../src/retrieval/fitting-papers.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { paperOf, rankedOf } from "../fixtures/papers.ts";
import { updateParts } from "../fixtures/update.ts";

const model = watchedModel();
const { signal } = new AbortController();
let index: PaperIndex;

beforeAll(async () => {
  const dataDir = await temporaryFolder();
  const { generation } = await updateIndex([await samplePage(9)], updateParts(dataDir, model));
  index = await openPaperIndex(indexFolderOf(dataDir), generation ?? "", model);
});

async function fitting(query: string): Promise<readonly string[]> {
  const found = await fittingPapers(query, index.papers.values(), (asked) =>
    retrieve({ index, model }, standingAlone(asked), { count: PAPERS_RANKED, signal }),
  );
  return found.map(({ title }) => title);
}

test.each([
  "zxqv blorp",
  "qwertz uiopü",
  "asdfghjkl",
  "lorem ipsum dolor sit amet",
  "!!!???",
  "\u{1F642}\u{1F642}",
  "12345678",
  "best pizza recipe",
  "weather in Berlin tomorrow",
  "qiwy",
])("nothing fits %j", async (query) => {
  expect(await fitting(query)).toEqual([]);
});

test("a title finds its paper first, and two thirds of one do, too", async () => {
  for (const { title } of index.papers.values()) {
    expect((await fitting(title))[0]).toBe(title);
    expect((await fitting(title.slice(0, Math.ceil(title.length * 0.67))))[0]).toBe(title);
  }
});

test.each([
  "full duplex",
  "full dupl",
  "speech",
  "a speech assistant that lets people cut in while it talks",
])("%j lists the paper that listens while it speaks first, and not all papers", async (query) => {
  const found = await fitting(query);
  expect(found[0]).toBe("Language Model Can Listen While Speaking");
  expect(found.length).toBeLessThan(index.papers.size);
});

const lovelace = paperOf("Engines", "An analytical engine weaves patterns.", {
  authors: ["Ada Lovelace"],
  sources: [{ name: "Notes of 1843.txt", kind: "page", firstSeenAt: "2026-07-30" }],
});
const other = paperOf("Looms", "A loom weaves flowers and leaves.");
const nothing = async () => [];

test.each(["Lovelace", "ada lovel", "weaves patt", "notes of 1843", "Notes of"])(
  "%j lists what retrieval has not found: by author, by words, by page",
  async (query) => {
    expect(await fittingPapers(query, [other, lovelace], nothing)).toEqual([lovelace]);
  },
);

test("what retrieval has ranked comes first, what else has the words by title", async () => {
  const third = paperOf("Cloth", "Who weaves cloth?");
  const search = async () => [
    rankedOf(lovelace, { similarity: 0.1 }),
    rankedOf(paperOf("Far", "…"), { similarity: 0.39 }),
    rankedOf(paperOf("Near", "…"), { similarity: 0.41 }),
  ];
  const found = await fittingPapers("weaves", [other, third, lovelace], search);
  expect(found.map(({ title }) => title)).toEqual(["Engines", "Near", "Cloth", "Looms"]);
});

test("a paper called by its title fits, however far retrieval says it is", async () => {
  const called = rankedOf(other, { similarity: 0, stages: [{ stage: "title", rank: 1, score: 1 }] });
  expect(await fittingPapers("zxqv", [other], async () => [called])).toEqual([other]);
});

test("another spelling of what a paper mentions lists it, and so does the short form of what it writes out", async () => {
  const spelt = paperOf("One", "We pre-train GPT-4 with chain-of-thought (CoT) prompting on many tasks.");
  const written = paperOf("Two", "It prompts for a chain of thought before each answer.");
  const none = async () => [];
  for (const query of ["pretrain", "gpt4", "GPT 4"])
    expect(await fittingPapers(query, [spelt, written], none)).toEqual([spelt]);
  expect(await fittingPapers("cot", [spelt, written], none)).toEqual([spelt, written]);
});
