import { expect, test } from "vitest";
import { paperInReference } from "../../src/question/paper-in-reference.ts";
import { ORCA, ORCA_MATH, PAPERS, TULU } from "./spoken-of.ts";

const TITLE = ORCA_MATH.title;

test.each([
  `Mitra, A., Khanpour, H., & Awadallah, A. (2024). ${TITLE}.`,
  `${TITLE}, Mitra & Awadallah 2024`,
  `${TITLE}\nArindam Mitra, Hamed Khanpour, Ahmed Awadallah`,
  `[12] Arindam Mitra et al. ${TITLE}. arXiv preprint, 2024. URL https://example.org/abs/1?q=what.`,
  `A. Mitra and A. Awadallah, “${TITLE},” in Proceedings of the 41st International Conference on Machine Learning, vol. 12, pp. 12–34, 2024. doi: 10.1145/1234.5678`,
  `Mitra A, van der Berg J. ${TITLE.toUpperCase()}. Nature. 2024;12(3):4–5.`,
  `@misc{mitra2024,\n  title = {{O}rca-{M}ath: Unlocking the potential of {SLM}s in Grade School Math},\n  author = {Mitra, Arindam},\n  booktitle = {ICML}\n}`,
  `\`\`\`bibtex\n@article{m, author="Mitra", title="${TITLE}", year=2024}\n\`\`\``,
])("%j refers to a paper", (text) => {
  expect(paperInReference(text, PAPERS)).toBe(ORCA_MATH);
});

test("letters with accents may be written for LaTeX or not", () => {
  const line = "Lambert, N. (2024). Tulu 3: Pushing Frontiers in Open Language Model Post-Training.";
  const entry = '@misc{l, title={T{\\"U}LU 3: Pushing Frontiers in Open Language Model Post-Training}}';
  expect(paperInReference(line, PAPERS)).toBe(TULU);
  expect(paperInReference(entry, PAPERS)).toBe(TULU);
});

test.each([
  `Is ${TITLE} (Mitra, 2024) any good?`,
  `What did Mitra et al. (2024) find in ${TITLE}`,
  `Summarize ${TITLE} (2024)`,
  `Mitra, A. (2024). ${TITLE}. How large is the model`,
  `Mitra, A. (2024). ${TITLE}. Which benchmark does it use?`,
  `Mitra, A. (2024). ${TITLE}. ${ORCA.title}.`,
  "Mitra, A. (2024). Orca-Math.",
  "Mitra, A. (2024). A paper that is not here at all.",
  `@misc{m, title={${TITLE}}} What does it score on GSM8K?`,
  "@misc{m, title={A paper that is not here at all}}",
])("%j does not", (text) => {
  expect(paperInReference(text, PAPERS)).toBeUndefined();
});
