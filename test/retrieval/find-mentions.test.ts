import { expect, test } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { findMentions, quoteMentions } from "../../src/retrieval/find-mentions.ts";
import { paperOf } from "../fixtures/papers.ts";

const SURVEY = paperOf(
  "Talking to Databases: A Survey",
  "Databases are everywhere and hard to ask. This survey covers text-to-SQL from rules to language models. Code is at https://example.com/text-to-sql now.",
);
const PARSER = paperOf(
  "A Text2SQL Parser",
  "Parsers of questions are hard to train. We present a parser that asks back.",
);
const TUNING = paperOf(
  "Aligning with Preferences",
  "We study direct preference optimization (DPO) at scale. It needs no reward model at all.",
);
const GAMES = paperOf(
  "Learning to Play",
  "Direct preference optimisation helps agents that play games. We release a dataset of 3,000 games.",
);
const PAPERS = [TUNING, SURVEY, PARSER, GAMES];
const passagesOf = (paperId: string) =>
  PAPERS.filter((paper) => paper.paperId === paperId).flatMap((paper) => splitPassages(paper));

test("all papers that have the term in any spelling, titles first", () => {
  const { papers, forms } = findMentions({ term: "text-to-SQL" }, PAPERS);
  expect(papers).toEqual([PARSER, SURVEY]);
  expect(forms).toEqual(["text-to-SQL"]);
});

test("an acronym finds what it stands for, and the other way round", () => {
  const byAcronym = findMentions({ term: "DPO" }, PAPERS);
  expect(byAcronym).toEqual({ forms: ["DPO", "direct preference optimization"], papers: [TUNING, GAMES] });
  const spelt = findMentions({ term: "Direct Preference Optimisation" }, PAPERS);
  expect(spelt).toEqual({ forms: ["Direct Preference Optimisation", "DPO"], papers: [TUNING, GAMES] });
});

test("an acronym that papers don't agree on stands for itself only", () => {
  const other = paperOf("Drones", "A dynamic position observer (DPO) keeps drones in place for hours.");
  expect(findMentions({ term: "DPO" }, [TUNING, other]).forms).toEqual(["DPO"]);
});

test("a name with signs is looked for with them, and stands for itself only", () => {
  const bindings = paperOf("Bindings", "We write C++ and C# bindings. The C standard (CS) is older.");
  const score = paperOf("Scores", "A confidence score (CS) tells how sure a model is.");
  expect(findMentions({ term: "C++" }, [score, bindings])).toEqual({ forms: ["C++"], papers: [bindings] });
  expect(findMentions({ term: "C" }, [score, bindings]).papers).toEqual([bindings]);
  expect(findMentions({ term: "[1]" }, [score, bindings]).papers).toEqual([]);
});

test("kinds of papers are those that say so", () => {
  expect(findMentions({ documentKind: "survey" }, PAPERS).papers).toEqual([SURVEY]);
  expect(findMentions({ documentKind: "dataset" }, PAPERS).papers).toEqual([GAMES]);
  expect(findMentions({ documentKind: "survey", term: "games" }, PAPERS).papers).toEqual([]);
});

test("a survey that brings a benchmark too is counted as a survey", () => {
  const survey = paperOf("Alignment: A Survey", "We present what is known, and benchmarks to measure it.");
  const bench = paperOf("Measuring Alignment", "We present a benchmark of 300 tasks to measure alignment.");
  expect(findMentions({ documentKind: "benchmark" }, [survey, bench]).papers).toEqual([bench]);
});

test("the quote is the sentence with the term, word for word; the paper's doing where only the title has it", () => {
  const quotes = quoteMentions({}, { forms: ["text-to-SQL"] }, [SURVEY, PARSER], passagesOf);
  expect(quotes.map(({ quote }) => quote)).toEqual([
    "This survey covers text-to-SQL from rules to language models.",
    "We present a parser that asks back.",
  ]);
  for (const { paper, quote, quoteStart, quoteEnd } of quotes) {
    expect(paper.abstract.slice(quoteStart, quoteEnd)).toBe(quote);
  }
});

test("a paper without a sentence of five words is counted, and not quoted", () => {
  const short = paperOf("Short", "We use text-to-SQL.");
  const quotes = quoteMentions({}, { forms: ["text-to-SQL"] }, [short], () => splitPassages(short));
  expect(quotes).toEqual([]);
});
