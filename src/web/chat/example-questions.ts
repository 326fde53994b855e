/** Questions for a reader who has none yet; the five pages that come with Footnote answer each of them. */
export const EXAMPLE_QUESTIONS: readonly string[] = [
  "How can a model learn to refuse unknown questions?",
  "Why must calibrated language models hallucinate?",
  "Can AI-generated text be detected reliably?",
  "How much memory does a MatMul-free language model save?",
];
