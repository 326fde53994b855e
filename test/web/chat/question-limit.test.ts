import { expect, test } from "vitest";
import * as domain from "../../../src/domain/question.ts";
import { MAX_QUESTION_CHARACTERS } from "../../../src/web/chat/question-limit.ts";

test("the page lets through what the server takes, and no more", () => {
  expect(MAX_QUESTION_CHARACTERS).toBe(domain.MAX_QUESTION_CHARACTERS);
});
