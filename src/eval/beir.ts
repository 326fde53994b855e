import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { StorageError } from "../domain/errors.ts";
import type { Paper } from "../domain/paper.ts";
import { readJsonLines, readLines } from "./read-json-lines.ts";

/** A question with the papers that are relevant to it, by paperId and grade; every grade is above 0. */
export interface BeirQuery {
  readonly queryId: string;
  readonly text: string;
  readonly relevance: ReadonlyMap<string, number>;
}

export interface BeirSet {
  /** The folder's name and a hash of its papers: changed papers are another set. */
  readonly name: string;
  readonly papers: readonly Paper[];
  readonly queries: readonly BeirQuery[];
}

const CorpusLineSchema = z.object({
  _id: z.string().min(1),
  title: z.string().default(""),
  text: z.string(),
});
const QueryLineSchema = z.object({ _id: z.string().min(1), text: z.string() });

/** Hexadecimal digits that tell one corpus from another of the same name. */
const HASH_DIGITS = 8;

/**
 * Reads a folder in BEIR layout: `corpus.jsonl` (or `.gz`), `queries.jsonl` (or `.gz`), and `qrels.tsv` or
 * `qrels/test.tsv`. Only queries with a relevant paper are kept, as no other can be scored.
 * @throws {StorageError} naming the file, and the line where there is one, that is missing or can't be used.
 */
export async function readBeir(folder: string): Promise<BeirSet> {
  const corpusFile = await firstOf(folder, ["corpus.jsonl", "corpus.jsonl.gz"]);
  const queriesFile = await firstOf(folder, ["queries.jsonl", "queries.jsonl.gz"]);
  const qrels = await readQrels(await firstOf(folder, ["qrels.tsv", "qrels/test.tsv"]));
  const papers: Paper[] = [];
  for await (const { value } of readJsonLines(corpusFile, CorpusLineSchema)) papers.push(paperOf(value));
  const texts = new Map<string, string>();
  for await (const { value } of readJsonLines(queriesFile, QueryLineSchema)) texts.set(value._id, value.text);
  const queries = [...qrels].map(([queryId, relevance]) => {
    const text = texts.get(queryId);
    if (text === undefined)
      throw new StorageError(`${queriesFile} has no query ${queryId}, which the qrels of ${folder} name.`);
    return { queryId, text, relevance };
  });
  if (papers.length === 0 || queries.length === 0)
    throw new StorageError(
      `${folder} holds ${papers.length} papers and ${queries.length} queries with qrels.`,
    );
  const hash = createHash("sha256").update(JSON.stringify(papers)).digest("hex").slice(0, HASH_DIGITS);
  return { name: `${basename(resolve(folder))}-${hash}`, papers, queries };
}

function paperOf({ _id, title, text }: z.infer<typeof CorpusLineSchema>): Paper {
  return { paperId: _id, title, abstract: text, rawAbstract: text, sources: [] };
}

async function firstOf(folder: string, names: readonly string[]): Promise<string> {
  for (const name of names) {
    const file = join(folder, name);
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  throw new StorageError(`${folder} has no ${names.join(" or ")}: it is not a folder in BEIR layout.`);
}

/** The relevant papers of each query; a first line whose grade is no number is the header. */
async function readQrels(file: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const relevant = new Map<string, Map<string, number>>();
  for await (const { line, text } of readLines(file)) {
    const [queryId, paperId, grade] = text.split("\t").map((cell) => cell.trim());
    const relevance = Number(grade);
    if (line === 1 && Number.isNaN(relevance)) continue;
    if (!queryId || !paperId || !grade || Number.isNaN(relevance))
      throw new StorageError(
        `${file}, line ${line}: a query, a paper and a number are needed, with tabs between.`,
      );
    if (relevance <= 0) continue;
    const papers = relevant.get(queryId) ?? new Map<string, number>();
    relevant.set(queryId, papers.set(paperId, relevance));
  }
  return relevant;
}
