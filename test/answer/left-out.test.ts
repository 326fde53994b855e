import { expect, test } from "vitest";
import { paperLeftOut } from "../../src/answer/left-out.ts";
import { standingAlone } from "../../src/domain/question.ts";
import { FLAMES, ORCA, ORCA_MATH, PAPERS, TULU } from "../question/spoken-of.ts";

const leftOut = (question: string, allowed = FLAMES, standalone = standingAlone(question)) =>
  paperLeftOut(standalone, question, PAPERS, new Set([allowed.paperId]));

test("a paper outside the limits is left out by its name or as the one that is meant", () => {
  expect(leftOut("How large is TÜLU 3?")).toBe(TULU);
  expect(leftOut("2411.15124", FLAMES, { ...standingAlone("…"), meant: TULU })).toBe(TULU);
  expect(leftOut("2411.15124", TULU, { ...standingAlone("…"), meant: TULU })).toBeUndefined();
});

test("nothing is left out where a paper within the limits is asked about, by name or by what was said before", () => {
  expect(leftOut("Is Flames larger than TÜLU 3?")).toBeUndefined();
  const carried = standingAlone(`Is it larger than TÜLU 3? (about: ${FLAMES.title})`);
  expect(leftOut("Is it larger than TÜLU 3?", FLAMES, carried)).toBeUndefined();
  expect(leftOut("How many prompts are there?")).toBeUndefined();
});

test("a name that a paper within the limits speaks of asks about that paper", () => {
  expect(leftOut("How does Orca-Math do?", ORCA)).toBe(ORCA_MATH);
  const citing = { ...ORCA, abstract: "It is compared with Orca-Math." };
  const papers = new Map([...PAPERS, [ORCA.paperId, citing]]);
  const question = "How does Orca-Math do?";
  expect(paperLeftOut(standingAlone(question), question, papers, new Set([ORCA.paperId]))).toBeUndefined();
});
