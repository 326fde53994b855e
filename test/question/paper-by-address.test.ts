import { expect, test } from "vitest";
import { papersAtAddress } from "../../src/question/paper-by-address.ts";
import { paperOf } from "../fixtures/papers.ts";

const matmul = paperOf("MatMul-free", "…", { outsideUrl: "https://arxiv.org/abs/2406.02528" });
const byId = paperOf("R-Tuning", "…", { paperId: "2311.09677" });
const old = paperOf("Strings", "…", { paperId: "hep-th_9901001" });
const elsewhere = paperOf("Elsewhere", "…", { outsideUrl: "https://www.example.org/papers/one/" });
const papers = new Map([matmul, byId, old, elsewhere].map((paper) => [paper.paperId, paper]));

test.each([
  ["2406.02528", matmul],
  [" arXiv:2406.02528v3 ", matmul],
  ["https://arxiv.org/pdf/2406.02528v1", matmul],
  ["2311.09677v2", byId],
  ["https://arxiv.org/abs/2311.09677", byId],
  ["hep-th/9901001", old],
  ["http://127.0.0.1:3000/papers/2311.09677", byId],
  ["https://footnote.example/papers/matmul-free?x=1#quote=1-2", matmul],
  ["/papers/hep-th_9901001", old],
  ["http://example.org/papers/one", elsewhere],
])("%s is the address of one paper", (text, paper) => {
  expect(papersAtAddress(text, papers)).toEqual([paper]);
});

test.each(["2406.99999", "https://arxiv.org/abs/1706.03762", "/papers/no-such-paper", "/papers/%E0%A4%A"])(
  "%s is one of a paper that is not here",
  (text) => {
    expect(papersAtAddress(text, papers)).toEqual([]);
  },
);

test.each(["matmul free", "GPT-4", "58.1", "papers about speech", ""])("%j is no address", (text) => {
  expect(papersAtAddress(text, papers)).toBeUndefined();
});
