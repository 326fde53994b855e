import { expect, test } from "vitest";
import { arxivIdPlaces, readArxivId } from "../../src/text/arxiv-id.ts";

test.each([
  "2406.02528",
  " 2406.02528v3\n",
  "“2406.02528”.",
  "arXiv:2406.02528",
  "arxiv: 2406.02528v12",
  "arXiv 2406.02528",
  "see arXiv:2406.02528v1 [cs.CL]",
  "https://arxiv.org/abs/2406.02528",
  "http://www.arxiv.org/pdf/2406.02528v2.pdf",
  "arxiv.org/html/2406.02528v1#S2",
  "https://export.arxiv.org/abs/2406.02528?context=cs",
  "https://doi.org/10.48550/arXiv.2406.02528",
  "What does https://arxiv.org/abs/2406.02528 report?",
  "https://huggingface.co/papers/2406.02528",
  "https://ar5iv.labs.arxiv.org/html/2406.02528",
])("%j has the id 2406.02528", (text) => {
  expect(readArxivId(text)).toBe("2406.02528");
});

test.each([
  ["cs/9901001", "cs/9901001"],
  ["hep-th/9901001v2", "hep-th/9901001"],
  ["arXiv:hep-th/9901001", "hep-th/9901001"],
  ["https://arxiv.org/abs/math.GT/0309136v1", "math/0309136"],
  ["What is in cond-mat/0102003?", "cond-mat/0102003"],
  ["0704.0001", "0704.0001"],
  ["https://arxiv.org/pdf/1412.6980.pdf", "1412.6980"],
])("%j has the id %j", (text, id) => {
  expect(readArxivId(text)).toBe(id);
});

test.each([
  "",
  "What does 2406.02528 report?",
  "an accuracy of 2406.02528",
  "1234.5678",
  "2413.02528",
  "2406.0252",
  "2406.025281",
  "12406.02528",
  "3.14159",
  "and/or 9901001",
  "tcs/9901001",
  "cs/9913001",
  "https://example.org/abs/2406.02528",
  "https://example.org/2406.02528",
  "arXiv",
  "Which papers are on arXiv since 2024?",
])("%j has none", (text) => {
  expect(readArxivId(text)).toBeUndefined();
});

test("bare numbers among words may be ids", () => {
  const text = "What does 2406.02528 report beside 2401.00001v2 and $2406.02529?";
  expect(arxivIdPlaces(text).map(({ id, isSure }) => [id, isSure])).toEqual([
    ["2406.02528", false],
    ["2401.00001", false],
  ]);
  expect(arxivIdPlaces("2406.02528")).toMatchObject([{ isSure: true }]);
  expect(arxivIdPlaces("from 2406 to 02528, or 2406.02528%")).toEqual([]);
});

test.each([
  [
    "Is https://arxiv.org/pdf/2406.02528v2.pdf#page=3 right?",
    "https://arxiv.org/pdf/2406.02528v2.pdf#page=3",
  ],
  ["What is arXiv:2406.02528, then?", "arXiv:2406.02528"],
  ["(see www.arxiv.org/abs/cs/9901001v1)", "www.arxiv.org/abs/cs/9901001v1"],
  ["as in https://doi.org/10.48550/arXiv.2406.02528.", "https://doi.org/10.48550/arXiv.2406.02528"],
  ["by 2406.02528v3?", "2406.02528v3"],
])("the place of an id in %j has what belongs to it", (text, written) => {
  const [place] = arxivIdPlaces(text);
  expect(text.slice(place?.start, place?.end)).toBe(written);
});
