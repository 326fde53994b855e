import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFootnote } from "../../src/cli/score-questions.ts";
import { readConfig } from "../../src/config.ts";
import { temporaryFolder } from "../fixtures/collection.ts";
import { LISTENING, RULES } from "../fixtures/papers.ts";
import { tinyCrossEncoder } from "../models/tiny-models.ts";
import { createEmbeddingsUpstream, embeds, letterVector } from "../upstream/create-embeddings-upstream.ts";

test("the first question that is scored finds the reranker loaded", async () => {
  const upstream = await createEmbeddingsUpstream(embeds(letterVector));
  onTestFinished(() => upstream.close());
  const seedsDir = join(await temporaryFolder(), "seeds");
  await mkdir(seedsDir);
  const text = [RULES, LISTENING].map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join("\n");
  await writeFile(join(seedsDir, "page.txt"), text);
  const config = readConfig({
    DATA_DIR: await temporaryFolder(),
    SEEDS_DIR: seedsDir,
    EMBEDDING_MODEL: `letters@${upstream.baseUrl}`,
    RERANK_MODEL: await tinyCrossEncoder(),
  });
  const { signal } = new AbortController();
  const footnote = await openFootnote(config, signal);
  const { papers } = await footnote.search({ history: [], question: "rules" }, { k: 1, signal });
  expect(papers[0]?.stages.map(({ stage }) => stage)).toContain("rerank");
});
