import { parseArgs } from "node:util";
import { QUESTION_TYPES } from "../eval/gold-question.ts";
import { UsageError } from "./run-command.ts";

export const EVALUATE_USAGE = `npm run eval -- [questions.jsonl]    score answers and retrieval on gold questions
  --only <type>    questions of this type only; may be given more than once
  --limit <n>      the first n questions only
  --json           print JSON and nothing else
  --markdown       print the tables as Markdown
  --out <file>     write a copy of the saved run
  --reliability <file.svg>  draw how often no paper answers, by doubt
npm run eval -- --ablations          score retrieval without some of its stages (--only, --limit, --json, --markdown)
npm run eval -- --deletion           ask again with the evidence taken out of the papers (--only, --limit, --json, --markdown)
npm run eval -- --beir <folder>      score retrieval on a set in BEIR layout (--limit, --json, --ablations)
npm run eval -- --claims <file>      score the check of claims on labelled ones (--limit, --json, --markdown)`;

const DEFAULT_QUESTIONS = "test/gold/questions.jsonl";

/** What an evaluation is asked for. */
export interface EvaluateArguments {
  /** A set in BEIR layout to score instead of the questions. */
  readonly beirFolder: string | undefined;
  /** Labelled claims to check instead of asking questions. */
  readonly claimsFile: string | undefined;
  /** Whether to leave out stages of retrieval, in turn. */
  readonly isAblation: boolean;
  /** Whether to ask of papers that have lost the evidence. */
  readonly isDeletion: boolean;
  readonly questionsFile: string;
  /** Question types to keep; empty for all. */
  readonly types: readonly string[];
  readonly limit: number | undefined;
  readonly outFile: string | undefined;
  /** Where to draw the reliability curve. */
  readonly reliabilityFile: string | undefined;
  readonly isJson: boolean;
  readonly isMarkdown: boolean;
  readonly isHelp: boolean;
}

/**
 * Reads the arguments behind the command's name.
 * @throws {UsageError} where one is unknown, can't be used, or doesn't go with another.
 */
export function readEvaluateArguments(given: readonly string[]): EvaluateArguments {
  const { positionals, values } = parse(given);
  const { beir: beirFolder, claims: claimsFile, only: types = [], out: outFile } = values;
  const unknown = types.find((type) => !QUESTION_TYPES.some((known) => known === type));
  if (unknown !== undefined)
    throw new UsageError(`There are no ${unknown} questions; the types are ${QUESTION_TYPES.join(", ")}.`);
  if (positionals.length > 1) throw new UsageError(`One file of questions at a time.\n\n${EVALUATE_USAGE}`);
  const isAblation = values.ablations === true;
  const isOnlyForQuestions = positionals.length > 0 || types.length > 0 || outFile;
  if (beirFolder !== undefined && (isOnlyForQuestions || (values.markdown && !isAblation)))
    throw new UsageError(`--beir goes with --limit, --json and --ablations only.\n\n${EVALUATE_USAGE}`);
  if (claimsFile !== undefined && (isOnlyForQuestions || beirFolder !== undefined || isAblation))
    throw new UsageError(`--claims goes with --limit, --json and --markdown only.\n\n${EVALUATE_USAGE}`);
  const isDeletion = values.deletion === true;
  if (isDeletion && (isAblation || beirFolder !== undefined || claimsFile !== undefined || outFile))
    throw new UsageError(
      `--deletion goes with --only, --limit, --json and --markdown only.\n\n${EVALUATE_USAGE}`,
    );
  const reliabilityFile = values.reliability;
  const isPlainRun = !isAblation && !isDeletion && beirFolder === undefined && claimsFile === undefined;
  if (reliabilityFile !== undefined && !isPlainRun)
    throw new UsageError(`--reliability goes with a run of questions only.\n\n${EVALUATE_USAGE}`);
  if (isAblation && outFile) throw new UsageError(`--ablations saves no run: --out has nothing to write.`);
  return {
    beirFolder,
    claimsFile,
    isAblation,
    isDeletion,
    types,
    outFile,
    reliabilityFile,
    questionsFile: positionals[0] ?? DEFAULT_QUESTIONS,
    limit: readLimit(values.limit),
    isJson: values.json === true,
    isMarkdown: values.markdown === true,
    isHelp: values.help === true,
  };
}

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/u.test(text))
    throw new UsageError(`--limit needs a whole number from 1 (it is ${JSON.stringify(text)}).`);
  return Number(text);
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        beir: { type: "string" },
        claims: { type: "string" },
        ablations: { type: "boolean" },
        deletion: { type: "boolean" },
        only: { type: "string", multiple: true },
        limit: { type: "string" },
        out: { type: "string" },
        reliability: { type: "string" },
        json: { type: "boolean" },
        markdown: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${EVALUATE_USAGE}`, {
      cause,
    });
  }
}
