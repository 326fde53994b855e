import type { Script } from "./scripted-answer.ts";
import { papers } from "./scripts.ts";

/** Some 3,000 tokens of a model that likes lists, tables, code and formulas, with a citation in most sentences. */
export function longAnswer(): Script {
  const stretches = Array.from({ length: 75 }, (_, place): Script["stretches"][number] => {
    const paper = papers[place % papers.length];
    if (!paper) throw new Error("There are no scripted papers.");
    const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(paper.abstract)];
    const quote = sentences[place % sentences.length]?.segment.trim() ?? paper.abstract;
    const number = (place % papers.length) + 1;
    const lead = place % 15 === 14 ? TABLE : place % 15 === 7 ? CODE : place % 3 === 0 ? "\n\n" : "\n- ";
    return { text: `${lead}${SENTENCE} [${number}].`, quotes: [{ paper, quote }] };
  });
  return { model: "gpt-4o-mini", stretches };
}

const SENTENCE =
  "Models that are **trained to refuse** say that they don't know where their *parametric knowledge* ends, which a method of cost $O(n^2)$ and the tuning of `refusal-aware` data make possible, and the ability carries over to tasks that were never seen";

const TABLE =
  "\n\n| Paper | What it does | How well |\n| --- | --- | --- |\n| R-Tuning | refuses | 34.7% |\n| US-Tuning | says how unsure it is | better |\n\n";

const CODE = "\n\n```python\nfor question in unknown:\n    model.refuse(question)\n```\n\n";
