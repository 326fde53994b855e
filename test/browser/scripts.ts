import type { Paper } from "../../src/domain/paper.ts";
import { readingScripts } from "./reading-scripts.ts";
import type { Script } from "./scripted-answer.ts";
import { seedPapers } from "./seed-papers.ts";

const [tuning, uncertainty, calibrated, halogen, matmul] = seedPapers([
  "R-Tuning: Teaching Large Language Models to Refuse Unknown Questions",
  "Know the Unknown: An Uncertainty-Sensitive Method for LLM Instruction Tuning",
  "Calibrated Language Models Must Hallucinate",
  "HALoGEN: Fantastic LLM Hallucinations and Where to Find Them",
  "Scalable MatMul-free Language Modeling",
]).map((paper, index) =>
  index === 4 ? { ...paper, outsideUrl: "https://arxiv.org/abs/2406.02528" } : paper,
);

if (!tuning || !uncertainty || !calibrated || !halogen || !matmul) throw new Error("seeds/ lacks a paper.");

export const papers: readonly Paper[] = [tuning, uncertainty, calibrated, halogen, matmul];

const constructs =
  "Then, we construct the refusal-aware data based on the knowledge intersection, to tune LLMs to refrain from responding to questions beyond its parametric knowledge.";
const metaSkill =
  "Furthermore, when tested on out-of-domain datasets, the refusal ability was found to be a meta-skill that could be generalized to other tasks.";
const twoStages = "In the first stage, we guide the LLM to reject unknown questions.";
const improves =
  "Specifically, it achieves a substantial 34.7% improvement in handling questions involving knowledge gaps compared to the original model.";
const statistical =
  "This work shows shows that there is an inherent statistical reason that pretrained language models hallucinate certain types of facts, having nothing to do with the transformer LM architecture or data quality.";
const upTo86 =
  "finding that even the best-performing models are riddled with hallucinations (sometimes up to 86% of generated atomic facts depending on the domain).";

/** An answer as it is without a model: quotes, a bullet for each paper. */
const quoted: Script = {
  suggestions: ["What did R-Tuning find?", "What does “Calibrated Language Models Must Hallucinate” show?"],
  stretches: [
    {
      text: `- **${tuning.title}**: “${constructs.replace(/\.$/, "")}” [1].`,
      quotes: [{ paper: tuning, quote: constructs }],
    },
    { text: ` “${metaSkill.replace(/\.$/, "")}” [1].\n`, quotes: [{ paper: tuning, quote: metaSkill }] },
    {
      text: `- **${uncertainty.title}**: “${twoStages.replace(/\.$/, "")}” [2].`,
      quotes: [{ paper: uncertainty, quote: twoStages }],
    },
    { text: ` “${improves.replace(/\.$/, "")}” [2].`, quotes: [{ paper: uncertainty, quote: improves }] },
  ],
};

/** An answer as a model writes it, with a sentence that goes beyond its quote and one that contradicts it. */
const written: Script = {
  model: "gpt-4o-mini",
  outcome: { missing: ["what the training cost"] },
  stretches: [
    {
      text: "Hallucination is **not a bug of one architecture**: pretrained models that are calibrated must produce it for facts that appear only once in their training data [1].",
      quotes: [{ paper: calibrated, quote: statistical }],
    },
    {
      text: " In practice it is common, and even the best models get *up to 90%* of atomic facts wrong in some domains [2].",
      quotes: [{ paper: halogen, quote: upTo86, verdict: "weak", reasons: ["number 90% not in the paper"] }],
    },
    {
      text: "\n\nTwo papers teach a model to refuse instead:\n\n1. Refusal-aware tuning finds what a model doesn't know and tunes it to say so, and the skill carries over to other tasks [3][4].",
      quotes: [
        { paper: tuning, quote: metaSkill },
        { paper: uncertainty, quote: twoStages },
      ],
    },
    {
      text: "\n2. Uncertainty-sensitive tuning makes models `34.7%` worse at questions outside their knowledge [4].",
      quotes: [
        {
          paper: uncertainty,
          quote: improves,
          verdict: "unsupported",
          reasons: ["the paper says improvement, the answer worse"],
        },
      ],
    },
    {
      text: "\n\n| Paper | What it does |\n| --- | --- |\n| R-Tuning | refuses |\n| Know the Unknown | says how unsure it is |\n",
    },
  ],
};

/** What a reader must never meet: HTML, an image that reports home, links that run code. */
const hostile: Script = {
  stretches: [
    {
      text: '<img src=x onerror="window.pwned=1"> <script>window.pwned=2</script> <b onclick="window.pwned=3">bold</b>\n\n',
    },
    {
      text: "![tracker](https://evil.example/pixel.png?leak=1) [run](javascript:window.pwned=4) [data](data:text/html,x)\n\n",
    },
    { text: "[a real link](https://example.org/page) and <https://example.org/auto> and `<i>code</i>`\n\n" },
    { text: '<style>body{display:none}</style>\n\n<iframe src="https://evil.example"></iframe>\n\n' },
    {
      text: "“In the first stage, we guide the LLM to reject unknown questions” [1].",
      quotes: [{ paper: uncertainty, quote: twoStages }],
    },
  ],
};

const refused: Script = {
  stretches: [
    {
      text: `I found nothing in these papers that answers this.\n\nThe papers that come closest:\n\n- ${matmul.title}\n- ${halogen.title}\n- ${calibrated.title}`,
    },
  ],
  outcome: { kind: "refused", reason: "no-evidence", nearest: [matmul, halogen, calibrated] },
};

const help: Script = {
  stretches: [
    {
      text: "I am Footnote. I answer questions about the 5 papers in this collection.\n\nYou could ask:\n\n- What is HALoGEN?\n- What is R-Tuning?",
    },
  ],
  outcome: { kind: "help" },
};

const fails: Script = {
  stretches: quoted.stretches.slice(0, 2),
  failure: "The model stopped in the middle of its answer. Try again.",
};

/** Scripts by a word of the question; every other question gets quotes. */
export const SCRIPTS: readonly (readonly [RegExp, Script])[] = [
  ...readingScripts(papers),
  [/hostile/i, hostile],
  [/weather/i, refused],
  [/fails/i, fails],
  [/hello/i, help],
  [/hallucinate/i, written],
  [/./, quoted],
];
