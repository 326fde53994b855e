import { expect, test } from "vitest";
import { findCitation } from "../../../src/web/chat/find-citation.ts";
import { worstVerdict } from "../../../src/web/chat/verdict-words.ts";
import type { Citation } from "../../../src/web/stream/answer-part.ts";

const citation = (citationId: string, number: number, answerStart: number, answerEnd: number): Citation => ({
  citationId,
  number,
  answerStart,
  answerEnd,
  quote: "five words or more here",
  quoteStart: 0,
  quoteEnd: 23,
  verdict: "supported",
  reasons: [],
});

test("finds the citation of a marker by its sentence and its number", () => {
  const citations = [citation("c-1", 1, 0, 20), citation("c-2", 2, 0, 20), citation("c-3", 1, 21, 40)];
  expect(findCitation({ citations }, { number: 1, offset: 12 })?.citationId).toBe("c-1");
  expect(findCitation({ citations }, { number: 2, offset: 15 })?.citationId).toBe("c-2");
  expect(findCitation({ citations }, { number: 1, offset: 35 })?.citationId).toBe("c-3");
  expect(findCitation({ citations }, { number: 2, offset: 35 })).toBeUndefined();
  expect(findCitation({ citations }, { number: 1, offset: 40 })).toBeUndefined();
});

test("calls a sentence as doubtful as its most doubtful citation", () => {
  expect(worstVerdict(["supported", "unsupported", "weak"])).toBe("unsupported");
  expect(worstVerdict(["weak", "supported"])).toBe("weak");
  expect(worstVerdict([])).toBeUndefined();
});
