import { z } from "zod";

/** The kinds of questions, in the order in which tables show them. */
export const QUESTION_TYPES = [
  "paraphrase",
  "numeric",
  "named",
  "terse",
  "noisy",
  "multi",
  "followup",
  "summary",
  "compound",
  "language",
  "unanswerable",
  "out_of_scope",
  "meta",
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Types without a paper that answers: they are refused, or answered with help. */
const WITHOUT_GOLD: readonly QuestionType[] = ["unanswerable", "out_of_scope", "meta"];

/**
 * A question with what a right answer holds. `gold` are the exact titles of every paper that answers, empty where none
 * does; `facts` are lists of strings of which one has to stand in the answer; `evidence` are sentences of the raw
 * abstracts; `near` is the paper that only looks as if it answered.
 */
export const GoldQuestionSchema = z
  .object({
    id: z.string().min(1),
    type: z.enum(QUESTION_TYPES),
    history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })),
    question: z.string().min(1),
    gold: z.array(z.string().min(1)),
    facts: z.array(z.array(z.string().min(1)).min(1)),
    evidence: z.array(z.string().min(1)),
    answer: z.string(),
    near: z.array(z.string().min(1)).optional(),
  })
  .refine(({ type, gold }) => (gold.length === 0) === WITHOUT_GOLD.includes(type), {
    path: ["gold"],
    error: `has to name a paper for every type but ${WITHOUT_GOLD.join(", ")}, and none for these`,
  });
export type GoldQuestion = Readonly<z.infer<typeof GoldQuestionSchema>>;

/** Whether the collection has a paper that answers. */
export function isAnswerable({ gold }: Pick<GoldQuestion, "gold">): boolean {
  return gold.length > 0;
}
