import { Document } from "@langchain/core/documents";
import { expect, test } from "vitest";
import { VectraStore } from "../../src/index/vectra-store.ts";
import { temporaryFolder, watchedModel } from "../fixtures/collection.ts";

const { embeddings } = watchedModel();
const passage = (passageId: string, paperId: string, text: string) =>
  new Document({ pageContent: text, metadata: { passageId, paperId } });

const documents = [
  passage("a:0", "a", "Quantum circuits for natural language processing."),
  passage("b:0", "b", "Speech recognition in Tamil and Kannada."),
  passage("b:1", "b", "Word error rates fall when subwords are used."),
];

test("serves LangChain's own searches: by text, by vector, filtered, and as a retriever", async () => {
  const folder = await temporaryFolder();
  await (await VectraStore.create(folder, embeddings)).addDocuments(documents);
  const store = await VectraStore.open(folder, embeddings);
  const [[best, score] = []] = await store.similaritySearchWithScore("quantum computing", 1);
  expect(best?.metadata).toEqual({ passageId: "a:0", paperId: "a" });
  expect(score).toBeGreaterThan(0.4);
  const onlyB = await store.similaritySearch("quantum computing", 5, { paperId: { $in: ["b"] } });
  expect(onlyB.map(({ metadata }) => metadata["passageId"]).sort()).toEqual(["b:0", "b:1"]);
  const [retrieved] = await store.asRetriever(1).invoke("Indian languages spoken aloud");
  expect(retrieved?.metadata["passageId"]).toBe("b:0");
});

test("a passage that is there already leaves the store as it was", async () => {
  const store = await VectraStore.create(await temporaryFolder(), embeddings);
  await store.addDocuments(documents);
  await expect(store.addDocuments([passage("c:0", "c", "New."), ...documents.slice(0, 1)])).rejects.toThrow();
  expect(await store.similaritySearch("new", 10)).toHaveLength(3);
});

test("a vector without a passage is refused", async () => {
  const store = await VectraStore.create(await temporaryFolder(), embeddings);
  await expect(store.addVectors([[1, 0]], [new Document({ pageContent: "x" })])).rejects.toThrow(
    /passageId/u,
  );
});
