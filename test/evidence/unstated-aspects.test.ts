import { expect, test } from "vitest";
import { asksForUnstatedAspect } from "../../src/evidence/unstated-aspects.ts";

const abstract =
  "We release the corpus. Its optimizer is new, and annotators from two universities checked it.";

test.each([
  "Who wrote the PhotoVerse paper?",
  "Under what licence is the corpus released?",
  "In which year was it published?",
  "Which conference accepted it?",
  "What learning rate does it use?",
  "How much does it cost per image in dollars?",
])("%s asks for what the abstract has no word for", (question) => {
  expect(asksForUnstatedAspect(question, abstract)).toBe(true);
});

test.each([
  "Which optimizer does it use?",
  "At which universities were the annotators?",
  "What do its authors name as the decisive ingredients?",
  "How is the corpus checked?",
])("%s may be answered", (question) => {
  expect(asksForUnstatedAspect(question, abstract)).toBe(false);
});
