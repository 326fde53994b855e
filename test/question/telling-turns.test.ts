import { expect, test } from "vitest";
import { helpText } from "../../src/answer/write-help.ts";
import { leftOutText, refusalText, unknownPaperText } from "../../src/answer/write-refusal.ts";
import { FOREIGN_REFUSAL } from "../../src/question/recognise-language.ts";
import { tellingTurns } from "../../src/question/telling-turns.ts";
import { answered, asked, FLAMES, ORCA } from "./spoken-of.ts";

const NO_ANSWERS = [
  helpText(320, "quoting", ["What is Orca?"]),
  FOREIGN_REFUSAL,
  unknownPaperText("2406.02528"),
  leftOutText(ORCA),
  refusalText("no-evidence", [], { isLimited: true }),
  ...(["not-stated", "no-evidence", "out-of-scope", "empty-index"] as const).map((reason) =>
    refusalText(reason, [ORCA, FLAMES]),
  ),
];

test.each(NO_ANSWERS)("%s tells nothing of what is spoken of", (text) => {
  expect(tellingTurns([answered(text)])).toEqual([]);
});

test("a paper that doesn't state something is still spoken of, those offered instead are not", () => {
  const notStated = { paper: ORCA, names: [], closest: undefined };
  const [turn] = tellingTurns([answered(refusalText("not-stated", [FLAMES], { notStated }))]);
  expect(turn?.text).toMatch(/Orca/u);
  expect(turn?.text).not.toMatch(/Flames/u);
});

test("questions and answers with citations stay as they are, greetings go", () => {
  const turns = [asked("What is Orca?"), answered("I found nothing in these papers but this [1].", ORCA)];
  expect(tellingTurns([asked("hello"), ...turns])).toEqual(turns);
});
