import { expect, test } from "vitest";
import {
  askOnly,
  chosenWords,
  createChosenPapers,
  MOST_CHOSEN,
} from "../../../src/web/library/chosen-papers.ts";

/** The part of a browser's storage that is used. */
function storageOf(initial: Record<string, string> = {}, onSet?: () => void): Storage {
  const items = new Map(Object.entries(initial));
  return {
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    removeItem: (key) => void items.delete(key),
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      onSet?.();
      items.set(key, value);
    },
  };
}

test("keeps the choice in order, each paper once, for the next page of the tab", () => {
  const storage = storageOf();
  const chosen = createChosenPapers(storage);
  for (const paperId of ["b", "a", "b", "c"]) expect(chosen.add(paperId)).toBe(true);
  chosen.remove("a");
  expect(createChosenPapers(storage).ids).toEqual(["b", "c"]);
  chosen.clear();
  expect(createChosenPapers(storage).ids).toEqual([]);
});

test("has room for fifty", () => {
  const chosen = createChosenPapers(undefined);
  for (let index = 0; index < MOST_CHOSEN; index += 1) expect(chosen.add(`p-${index}`)).toBe(true);
  expect(chosen.add("one more")).toBe(false);
  expect(chosen.add("p-0")).toBe(true);
  expect(chosen.ids).toHaveLength(MOST_CHOSEN);
});

test.each(["{", "7", '["a",7]', "null"])("survives %s in the storage", (stored) => {
  const storage = storageOf({ "footnote-chosen-papers": stored });
  expect(createChosenPapers(storage).ids).toEqual(stored === '["a",7]' ? ["a"] : []);
});

test("works as long as the page where the storage is full", () => {
  const chosen = createChosenPapers(
    storageOf({}, () => {
      throw new DOMException("full", "QuotaExceededError");
    }),
  );
  chosen.add("a");
  expect(chosen.ids).toEqual(["a"]);
});

test("leads to the chat page with just these papers", () => {
  expect(askOnly(["a", "b&c"])).toBe("/?paper=a&paper=b%26c");
});

test("says how many are chosen", () => {
  expect([chosenWords(1), chosenWords(3)]).toEqual(["1 paper chosen", "3 papers chosen"]);
});
