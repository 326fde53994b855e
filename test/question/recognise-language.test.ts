import { expect, test } from "vitest";
import { isForeign, readLanguage } from "../../src/question/recognise-language.ts";
import { paperOf } from "../fixtures/papers.ts";

const AURORA = paperOf(
  "Aurora-M: The First Open Source Multilingual Language Model",
  "We present Aurora-M, a 15B model trained on English and Finnish. Reward transformation helps alignment. It is tested on MME-P.",
);

test.each([
  "Wie funktioniert bestärkendes Lernen mit menschlichem Feedback?",
  "Comment peut-on réduire les hallucinations des grands modèles de langue ?",
  "¿Cuántos parámetros tiene Aurora-M?",
  "Quais são as três etapas do Make-A-Voice para modelar a voz humana?",
  "Quali sono i limiti dei modelli linguistici?",
  "Hoe werkt het trainen van kleine taalmodellen?",
  "大規模言語モデルの幻覚を減らすにはどうすればよいですか？",
  "Как уменьшить галлюцинации языковых моделей?",
  "كيف يعمل نموذج TinyStories؟",
  "Was ist OmniSQL?",
  "Wat is OmniSQL?",
  "¿Qué es OmniSQL?",
])("%s is foreign", (question) => {
  expect(isForeign(question)).toBe(true);
});

test.each([
  "What is the de facto standard for text-to-SQL?",
  "Which papers die in peer review?",
  "wich qwen model beat gpt4 on math",
  "low-rank attention GRU",
  "AI agents and AI safety: La La LiDAR",
  "What does “¿Qué es?” mean in the dataset?",
  "Does α matter for ε-greedy exploration?",
  "Is DER better than GPT-4?",
  "What is La LiDAR?",
  "LoRA per GPU",
  "Was GPT-4 better?",
  "",
])("%s is not", (question) => {
  expect(isForeign(question)).toBe(false);
});

test.each([
  ["How many parameters has it?", "english"],
  ["¿Cuántos parámetros tiene Aurora-M y qué lengua europea aparece?", "carried"],
  ["¿Qué puntuación obtiene en MME-P?", "carried"],
  ["Welche Sprachen kann Aurora von Haus aus?", "unread"],
  ["Ist die Multilingual-Fassung von Aurora-M offen und frei?", "carried"],
  ["Quelle transformation de récompense aide l'alignment ?", "carried"],
  ["Wie funktioniert bestärkendes Lernen mit menschlichem Feedback?", "unread"],
] as const)("%s is read as %s", (question, reading) => {
  expect(readLanguage(question, [{ paper: AURORA, similarity: 0.3 }])).toBe(reading);
});

test("an embedding model that reads the language finds near passages", () => {
  const question = "Welche Sprachen kann das Modell von Haus aus?";
  expect(readLanguage(question, [{ paper: AURORA, similarity: 0.3 }])).toBe("unread");
  expect(readLanguage(question, [{ paper: AURORA, similarity: 0.7 }])).toBe("carried");
});

test("a name carries a question whichever of the papers found it names", () => {
  const other = paperOf("Crowds", "We count people in crowds by their heads.");
  const papers = [other, AURORA].map((paper) => ({ paper, similarity: 0.3 }));
  expect(readLanguage("Welche Sprachen kann das Modell Aurora-M?", papers)).toBe("carried");
  expect(readLanguage("Welche Sprachen kann das Modell von Haus aus?", papers)).toBe("unread");
});

test("where no paper was found it is not the language that is to blame", () => {
  expect(readLanguage("¿Qué es Aurora-M?", [])).toBe("english");
});
