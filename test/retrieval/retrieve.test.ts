import { beforeAll, expect, test } from "vitest";
import { standingAlone } from "../../src/domain/question.ts";
import { openPaperIndex, type PaperIndex } from "../../src/index/paper-index.ts";
import { indexFolderOf, updateIndex } from "../../src/index/update-index.ts";
import { PaperRetriever } from "../../src/retrieval/paper-retriever.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { samplePage, temporaryFolder, watchedModel } from "../fixtures/collection.ts";
import { updateParts } from "../fixtures/update.ts";

const model = watchedModel();
const { signal } = new AbortController();
let index: PaperIndex;

beforeAll(async () => {
  const dataDir = await temporaryFolder();
  const { generation } = await updateIndex([await samplePage(9)], updateParts(dataDir, model));
  index = await openPaperIndex(indexFolderOf(dataDir), generation ?? "", model);
});

const search = (question: string, count = 5) =>
  retrieve({ index, model }, standingAlone(question), { count, signal });

test("every paper is found first by its own title", async () => {
  for (const paper of index.papers.values()) {
    const [first] = await search(paper.title);
    expect(first?.paper.title).toBe(paper.title);
    expect(first?.rank).toBe(1);
  }
});

test("finds a paper described in other words, with passages that are slices of its abstract", async () => {
  const [first] = await search("a speech assistant that lets people cut in while it talks");
  expect(first?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(first?.similarity).toBeGreaterThan(0.4);
  for (const { passage } of first?.passages ?? []) {
    expect(first?.paper.abstract.slice(passage.start, passage.end)).toBe(passage.text);
  }
});

test("ranks count from 1, scores fall and stay in 0..1, and no more papers come than asked for", async () => {
  const papers = await search("benchmarks for language models", 7);
  expect(papers.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const scores = papers.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
});

test("a filter that lets no paper through finds nothing", async () => {
  const options = { count: 5, signal, filter: { paperIds: ["no-such-paper"] } };
  expect(await retrieve({ index, model }, standingAlone("language models"), options)).toEqual([]);
});

test("a question of stop words alone still finds the nearest papers", async () => {
  expect((await search("what is it about?")).length).toBe(5);
});

test("a question that the model knows no word of finds nothing, whatever the searches give for it", async () => {
  expect(await search("\u{1F642}\u{1F642}")).toEqual([]);
  const found = await search("\u{1F642} full duplex");
  expect(found[0]?.paper.title).toBe("Language Model Can Listen While Speaking");
  expect(found.flatMap(({ stages }) => stages).every(({ score }) => Number.isFinite(score))).toBe(true);
});

test("each stage that looked at a paper gives it a rank, the same for equal scores, and overlap only where it counts", async () => {
  const [named] = await search("listening while speaking language model LSLM");
  expect(named?.stages.map(({ stage }) => stage)).toEqual([
    "words",
    "vectors",
    "fusion",
    "late",
    "reverse",
    "window",
    "similarity",
    "overlap",
  ]);
  const [vague] = await search("something people might interrupt");
  expect(vague?.stages.map(({ stage }) => stage)).not.toContain("overlap");
});

test("an aborted search ends with the signal's reason", async () => {
  const stopped = AbortSignal.abort(new Error("gone"));
  await expect(retrieve({ index, model }, standingAlone("x"), { count: 1, signal: stopped })).rejects.toThrow(
    "gone",
  );
});

test("stands behind LangChain's retriever, one document a passage", async () => {
  const retriever = new PaperRetriever((question) => search(question, 2));
  const documents = await retriever.invoke("full duplex dialogue");
  expect(documents[0]?.metadata).toMatchObject({
    paperId: "language-model-can-listen-while-speaking",
    title: "Language Model Can Listen While Speaking",
  });
  expect(documents[0]?.pageContent).toContain("duplex");
});
