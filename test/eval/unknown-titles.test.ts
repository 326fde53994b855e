import { expect, test } from "vitest";
import { unknownTitles } from "../../src/eval/unknown-titles.ts";
import { corpus, scriptedFootnote } from "../server/scripted-footnote.ts";
import { goldOf } from "./gold-questions.ts";

test("gold titles that no paper has are named once, however many papers there are", async () => {
  const gold = corpus.map(({ title }) => title);
  const questions = [
    goldOf({ gold }),
    goldOf({ gold: ["Paper 001", "Paper 1"] }),
    goldOf({ gold: ["Paper 1"] }),
  ];
  const { signal } = new AbortController();
  expect(await unknownTitles(questions, scriptedFootnote(), signal)).toEqual(["Paper 1"]);
});
