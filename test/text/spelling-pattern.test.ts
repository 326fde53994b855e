import fc from "fast-check";
import { expect, test } from "vitest";
import { termFinder } from "../../src/text/spelling-pattern.ts";

test.each([
  ["text-to-SQL", "Text2SQL and text to sql; TEXT-TO-SQL, text-to-SQLs", 4],
  ["text2sql", "a text-to-SQL parser", 1],
  ["GSM8K", "on GSM-8K, GSM8k and GSM 8K", 3],
  ["pretraining", "pre-training is pretraining", 2],
  ["fine-tuning", "finetuning, fine tuning, fine–tuning", 3],
  ["VirtualHome", "virtual home, VirtualHome", 2],
  ["survey", "surveys of a survey", 2],
  ["abilities", "an ability, two abilities", 2],
  ["quantisation", "quantization", 1],
  ["modelling behaviour", "modeling behaviors", 1],
  ["LLM", "LLMs and an LLM", 2],
  ["TULU 3", "TÜLU 3", 1],
  ["GPT-4", "GPT4 and GPT-4.", 2],
  ["Qwen2.5", "Qwen 2.5, Qwen2.5-Math", 2],
  ["C++", "C++, C++11 and (C++)", 3],
  ["c#", "C# and C/C#", 2],
  ["F*", "written in F*.", 1],
  ["[1]", "as in [1] and models[1]", 2],
  ["pass@k", "Pass@k", 1],
  ["LLM + RAG", "an LLM RAG", 1],
  ["LLM", "LLM+RAG", 1],
])("%s in “%s”", (term, text, count) => {
  expect(termFinder(term).countIn(text)).toBe(count);
});

test.each([
  ["LoRA", "QLoRA, exploration, Dolora"],
  ["MATH", "math and maths"],
  ["STaR", "a star is born"],
  ["Llama 3", "Llama 3.1 and Llama 33"],
  ["GPT-4", "GPT-4o and GPT-4.5"],
  ["notable", "no table"],
  ["forgetting", "for getting it"],
  ["cat", "category, catalogue"],
  ["Qwen2.5", "Qwen2-5, Qwen25, Qwen2.51"],
  ["C++", "confidence score (CS), C, C+, C+++"],
  ["C", "C++, C#, c"],
  ["F*", "f* and F"],
  ["[1]", "1 or [12]"],
  ["“ ”", "anything at all"],
])("%s is not in “%s”", (term, text) => {
  expect(termFinder(term).countIn(text)).toBe(0);
});

test("a text may be the term and nothing else", () => {
  expect(termFinder("reward model").isSame("Reward Models")).toBe(true);
  expect(termFinder("reward model").isSame("the reward model")).toBe(false);
});

test("finds every term of letters in itself, and never throws on any", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: "grapheme" }), (term) => {
      const { countIn } = termFinder(term);
      expect(countIn(term)).toBeGreaterThanOrEqual(0);
      if (/^[a-z]{2,}(?:[ -][a-z]{2,})*$/u.test(term)) expect(countIn(term)).toBeGreaterThan(0);
    }),
  );
});
