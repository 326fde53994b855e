import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBeir } from "../../src/eval/beir.ts";
import { averageBeir, evaluateBeir, scoreQuery } from "../../src/eval/evaluate-beir.ts";
import { printBeir } from "../../src/eval/print-beir.ts";
import { paperOf, rankedOf } from "../fixtures/papers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const corpus = [
  { _id: "10", title: "Mice", text: "Mice were fed." },
  { _id: "11", text: "No title was given." },
]
  .map((line) => JSON.stringify(line))
  .join("\n");
const queries = [
  { _id: "1", text: "What were mice?", metadata: {} },
  { _id: "2", text: "No one asks." },
]
  .map((line) => JSON.stringify(line))
  .join("\n");
const qrels = "1\t10\t2\n1\t11\t0\n2\t11\t0\n";

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

describe("a folder in BEIR layout", () => {
  test("gives its papers, and its queries with a relevant paper", async () => {
    const set = await readBeir(
      await folderOf({ "corpus.jsonl": corpus, "queries.jsonl": queries, "qrels.tsv": qrels }),
    );
    expect(set.papers).toEqual([
      {
        paperId: "10",
        title: "Mice",
        abstract: "Mice were fed.",
        rawAbstract: "Mice were fed.",
        sources: [],
      },
      {
        paperId: "11",
        title: "",
        abstract: "No title was given.",
        rawAbstract: "No title was given.",
        sources: [],
      },
    ]);
    expect(set.queries).toEqual([{ queryId: "1", text: "What were mice?", relevance: new Map([["10", 2]]) }]);
  });

  test("may be packed, and may have its qrels in a folder and under a header", async () => {
    const plain = await folderOf({ "corpus.jsonl": corpus, "queries.jsonl": queries, "qrels.tsv": qrels });
    const packed = await folderOf({
      "corpus.jsonl.gz": gzipSync(corpus),
      "queries.jsonl": queries,
      "qrels/test.tsv": `query-id\tcorpus-id\tscore\r\n${qrels}`,
    });
    const [one, other] = [await readBeir(plain), await readBeir(packed)];
    expect(other.papers).toEqual(one.papers);
    expect(other.queries).toEqual(one.queries);
    expect(other.name.slice(-8)).toBe(one.name.slice(-8));
  });

  test("has another name where its papers change", async () => {
    const files = { "corpus.jsonl": corpus, "queries.jsonl": queries, "qrels.tsv": qrels };
    const folder = await folderOf(files);
    const { name } = await readBeir(folder);
    await writeFile(join(folder, "corpus.jsonl"), corpus.replace("fed", "starved"));
    expect((await readBeir(folder)).name).not.toBe(name);
  });

  test("is refused in words where a file is missing or can't be used", async () => {
    const files = { "corpus.jsonl": corpus, "queries.jsonl": queries, "qrels.tsv": qrels };
    const { "qrels.tsv": _, ...without } = files;
    await expect(readBeir(await folderOf(without))).rejects.toThrow("has no qrels.tsv or qrels/test.tsv");
    await expect(
      readBeir(await folderOf({ ...files, "qrels.tsv": "1\t10\t1\n1\t11\tyes\n" })),
    ).rejects.toThrow("qrels.tsv, line 2: a query, a paper and a number are needed");
    await expect(readBeir(await folderOf({ ...files, "qrels.tsv": "7\t10\t1\n" }))).rejects.toThrow(
      "queries.jsonl has no query 7",
    );
    await expect(readBeir(await folderOf({ ...files, "qrels.tsv": "1\t10\t0\n" }))).rejects.toThrow(
      "holds 2 papers and 0 queries with qrels",
    );
  });
});

describe("figures", () => {
  test("of a query with relevant papers at ranks 2 and 12", () => {
    const ranked = Array.from({ length: 100 }, (_, place) => `p${place + 1}`);
    const relevance = new Map([
      ["p2", 1],
      ["p12", 1],
      ["nowhere", 1],
    ]);
    const figures = scoreQuery({ queryId: "q", text: "", relevance }, ranked);
    // (1/log2 3) / (1 + 1/log2 3 + 1/2)
    expect(figures["nDCG@10"]).toBeCloseTo(0.63093 / 2.13093, 5);
    expect(figures["R@5"]).toBeCloseTo(1 / 3, 12);
    expect(figures["R@20"]).toBeCloseTo(2 / 3, 12);
    expect(figures["R@100"]).toBeCloseTo(2 / 3, 12);
  });

  test("pass over a paper that is the query itself", () => {
    const query = { queryId: "p1", text: "", relevance: new Map([["p2", 1]]) };
    expect(scoreQuery(query, ["p1", "p2"])["nDCG@10"]).toBe(1);
  });
});

describe("a run over queries", () => {
  const query = (queryId: string, text: string) => ({ queryId, text, relevance: new Map([["mice", 1]]) });
  const collection = {
    search: async (question: string, { count }: { readonly count: number }) => {
      if (question === "broken") throw new Error("cut off");
      expect(count).toBe(100);
      return [rankedOf(paperOf("Cats", "Cats sleep.")), rankedOf(paperOf("Mice", "Mice eat."), { rank: 2 })];
    },
  };

  test("asks for 100 papers each, counts a failed query as 0 and names it; nDCG@10 is the last line", async () => {
    const { signal } = new AbortController();
    const rows = await Array.fromAsync(
      evaluateBeir([query("1", "mice"), query("2", "broken")], collection, { signal }),
    );
    expect(averageBeir(rows)).toMatchObject({ "R@5": 0.5, "R@100": 0.5 });
    expect(printBeir("mice-1234", rows).split("\n")).toEqual([
      "mice-1234: 2 queries",
      "Failed and counted as 0: query 2: Error: cut off",
      "R@5 0.500",
      "R@20 0.500",
      "R@100 0.500",
      // Half of 1/log2 3.
      "nDCG@10 0.315",
    ]);
  });

  test("ends where it is cancelled", async () => {
    const rows = evaluateBeir([query("1", "mice")], collection, {
      signal: AbortSignal.abort(new Error("stopped")),
    });
    await expect(Array.fromAsync(rows)).rejects.toThrow("stopped");
  });
});
