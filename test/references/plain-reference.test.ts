import { expect, test } from "vitest";
import { plainReference } from "../../src/references/plain-reference.ts";
import { paperOf } from "../fixtures/papers.ts";

const url = "https://arxiv.org/abs/2406.02528";
const reference = (rest: Parameters<typeof paperOf>[2], title = "A Title") =>
  plainReference(paperOf(title, "…", rest), url);

test.each([
  [{ authors: ["Ada Lovelace"], published: "2024-06-04" }, `Lovelace, A. (2024). A Title. ${url}`],
  [
    { authors: ["Ada Lovelace", "Grace Brewster Hopper"], published: "2024" },
    `Lovelace, A., & Hopper, G. B. (2024). A Title. ${url}`,
  ],
  [
    { authors: ["Jean-Luc Picard", "Qwen Team", "Sammy Davis Jr."] },
    `Picard, J.-L., Qwen Team, & Davis, S., Jr. A Title. ${url}`,
  ],
  [{ authors: ["OpenAI"], published: "2023-03-15" }, `OpenAI. (2023). A Title. ${url}`],
  [{ published: "2024-06-04" }, `A Title. (2024). ${url}`],
  [{}, `A Title. ${url}`],
])("%j is referred to as %s", (rest, expected) => {
  expect(reference(rest)).toBe(expected);
});

test("a title that ends by itself gets no second stop, and stays on its line", () => {
  expect(reference({}, "Can LLMs\nFollow  Simple Rules?")).toBe(`Can LLMs Follow Simple Rules? ${url}`);
});

test("of more than twenty authors nineteen and the last are named", () => {
  const authors = Array.from({ length: 25 }, (_, index) => `Ada Author${String.fromCharCode(97 + index)}`);
  expect(reference({ authors })).toMatch(/^Authora, A\., .*Authors, A\., … Authory, A\. A Title\. /);
  expect(reference({ authors: authors.slice(0, 20) })).toMatch(/Authors, A\., & Authort, A\. A Title\./);
});
