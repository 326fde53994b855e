/** Questions for a reader who has none yet; the five pages that come with Footnote answer each of them. */
export const EXAMPLE_QUESTIONS: readonly string[] = [
  "How can a language model learn to say that it doesn’t know?",
  "Why must calibrated language models hallucinate?",
  "How often did Claude 3 Opus fake alignment for free users?",
  "Can a language model do without matrix multiplication?",
];
