import { expect, test } from "vitest";
import { recall } from "../../../src/web/chat/recall-question.ts";

const asked = ["one?", "two?", "one?", "three?"];

test("the up arrow brings back the newest question first, each once, and stays at the oldest", () => {
  expect(recall("ArrowUp", "", asked)).toBe("three?");
  expect(recall("ArrowUp", "three?", asked)).toBe("one?");
  expect(recall("ArrowUp", "one?", asked)).toBe("two?");
  expect(recall("ArrowUp", "two?", asked)).toBe("two?");
});

test("the down arrow walks back to an empty box", () => {
  expect(recall("ArrowDown", "two?", asked)).toBe("one?");
  expect(recall("ArrowDown", "three?", asked)).toBe("");
  expect(recall("ArrowDown", "", asked)).toBeUndefined();
});

test("arrows move the caret in words that are being typed, and other keys recall nothing", () => {
  expect(recall("ArrowUp", "something new", asked)).toBeUndefined();
  expect(recall("ArrowUp", "", [])).toBeUndefined();
  expect(recall("a", "", asked)).toBeUndefined();
});
