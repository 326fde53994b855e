import { expect, test } from "vitest";
import { readMeantPaper, withWholeTitles } from "../../src/question/meant-paper.ts";
import { paperOf } from "../fixtures/papers.ts";
import { ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

const OLD = paperOf("The Rise of “Quoted” Titles <b>", "It rises.", { paperId: "cs_9901001" });
const STARTLE = paperOf("Training by Rules", "We propose a way of training named STARTLE, which uses CUDA.");
const papers = new Map([...PAPERS, ...[OLD, STARTLE].map((paper) => [paper.paperId, paper] as const)]);
const meant = (question: string) => readMeantPaper(question, papers);

test.each([
  ["2411.15124", TULU],
  ["https://arxiv.org/abs/2411.15124v3", TULU],
  ["[2411.15124] TÜLU 3: Pushing Frontiers in Open Language Model Post-Training", TULU],
  ["arXiv:cs/9901001", OLD],
  ["/papers/cs_9901001", OLD],
  [`(http://[::1]:3000/papers/${ORCA_MATH.paperId})`, ORCA_MATH],
  [`localhost:3000/papers/${ORCA_MATH.paperId}/.`, ORCA_MATH],
  ["What does “Orca-Math: Unlocking the potential of SLMs in Grade School Math” report?", ORCA_MATH],
  ["What does the paper Orca-Math show?", ORCA_MATH],
  ["What is arXiv:2411.15124v1 about?", TULU],
  ["What is Orca-Math?", ORCA_MATH],
  ["What’s Orca-Math?", ORCA_MATH],
  ["what does orca-math do", ORCA_MATH],
  ["Tell me more about the Orca-Math paper.", ORCA_MATH],
  ["Could you please explain “Orca-Math”?", ORCA_MATH],
  ["What is STARTLE?", STARTLE],
  [`Lambert, N., et al. (2024). ${TULU.title}.`, TULU],
])("%j means one paper", (question, paper) => {
  expect(meant(question)?.meant).toBe(paper);
});

test.each([
  "What does Orca-Math score on GSM8K?",
  "Which papers mention TÜLU 3?",
  "What does it report?",
  "What is RLVR?",
  "What is CUDA?",
  "What is GSM8k?",
  "What is Orca-Math and who wrote it?",
  "What about Orca-Math?",
  "What is this collection about?",
  "Is 2411.15124 larger than 2406.02528, and by how much does that change what is reported?",
  "http://127.0.0.1:3000/papers?query=orca",
])("%j means none by itself", (question) => {
  expect(meant(question)?.meant).toBeUndefined();
});

test("an id that no paper here has is unknown, a figure among many words is no id", () => {
  expect(meant("2406.02528v1")).toMatchObject({ text: "2406.02528v1", unknownId: "2406.02528" });
  expect(meant("/papers/no%20such")).toMatchObject({ unknownId: "no such" });
  expect(meant("Which loss of 2406.02528 points did training runs of larger models reach?")).toBeUndefined();
  expect(readMeantPaper("2406.02528", new Map())).toBeUndefined();
});

test("ids and titles that are cut off become whole titles", () => {
  expect(withWholeTitles("How large is arXiv:2411.15124v2, or 2406.02528?", papers)).toBe(
    `How large is “${TULU.title}”, or 2406.02528?`,
  );
  expect(withWholeTitles("What does “Orca-Math: Unlocking the potential…” compare?", papers)).toBe(
    `What does “${ORCA_MATH.title}” compare?`,
  );
  expect(withWholeTitles("What does “No such title at all…” compare?", papers)).toBe(
    "What does “No such title at all…” compare?",
  );
});

test("a title can't end the quotation that it stands in, nor bring markup", () => {
  expect(meant("cs/9901001")?.text).toBe("What does “The Rise of 'Quoted' Titles b” show?");
});
