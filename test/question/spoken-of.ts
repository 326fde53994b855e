import type { Paper } from "../../src/domain/paper.ts";
import type { Turn } from "../../src/domain/question.ts";
import { paperOf } from "../fixtures/papers.ts";

/** Papers that a conversation may be about; the third has a plain word for a name, the last is known by its address outside. */
export const ORCA_MATH = paperOf(
  "Orca-Math: Unlocking the potential of SLMs in Grade School Math",
  "Mathematical word problem-solving is hard for small language models. We present Orca-Math, which achieves 86.81% on GSM8k. " +
    "When trained with supervised fine-tuning alone it achieves 81.50%.",
);
export const ORCA = paperOf(
  "Orca: Progressive Learning from Complex Explanation Traces of GPT-4",
  "We develop Orca, a 13-billion parameter model that learns to imitate the reasoning process of large models.",
);
export const FLAMES = paperOf(
  "Flames: Benchmarking Value Alignment of LLMs in Chinese",
  "We propose a value alignment benchmark named Flames, with 2,251 adversarial prompts.",
);
export const TULU = paperOf(
  "TÜLU 3: Pushing Frontiers in Open Language Model Post-Training",
  "We introduce TÜLU 3, a family of post-trained models, and a novel method that we call RLVR.",
  { outsideUrl: "https://arxiv.org/abs/2411.15124" },
);
export const PAPERS: ReadonlyMap<string, Paper> = new Map(
  [ORCA_MATH, ORCA, FLAMES, TULU].map((paper) => [paper.paperId, paper]),
);

export function asked(text: string): Turn {
  return { role: "user", text, citedPaperUrls: [] };
}

/** An answer that cites papers, as the chat page sends it back. */
export function answered(text: string, ...cited: readonly Paper[]): Turn {
  return {
    role: "assistant",
    text,
    citedPaperUrls: cited.map(({ paperId }) => `http://127.0.0.1:3000/papers/${paperId}`),
  };
}
