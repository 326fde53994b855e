import { parseArgs } from "node:util";
import { composeFootnote } from "../compose/compose-footnote.ts";
import type { AnswerEvent } from "../domain/answer.ts";
import { ModelError } from "../domain/errors.ts";
import { MAX_QUESTION_CHARACTERS } from "../domain/question.ts";
import { answerJson, collectAnswer } from "./answer-json.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { showProgress } from "./show-progress.ts";

const USAGE = `npm run ask -- "question"            answer in the terminal
npm run ask -- --json "question"     the answer, its citations and its outcome as JSON`;

await runCommand(async (config, signal) => {
  const { question, isJson } = readArguments();
  const { footnote, prepared, warmed } = await composeFootnote(config, {
    signal,
    onProgress: showProgress(process.stderr),
    onNotice: (notice) => process.stderr.write(`${notice}\n`),
  });
  // Without papers there is nothing to ask; older ones are asked all the same, and a notice has said what went wrong.
  await prepared.catch((error: unknown) => {
    if (footnote.readiness().paperCount === 0) throw error;
  });
  await warmed;
  const events = footnote.answer({ history: [], question }, { signal });
  if (isJson) {
    const collected = await collectAnswer(events);
    process.stdout.write(`${JSON.stringify(answerJson(question, collected), null, 2)}\n`);
  } else {
    for await (const event of events) print(event);
  }
});

function readArguments(): { readonly question: string; readonly isJson: boolean } {
  const { positionals, values } = parse();
  const question = positionals.join(" ").trim();
  if (question === "") throw new UsageError(`There is no question.\n\n${USAGE}`);
  if (question.length > MAX_QUESTION_CHARACTERS) {
    throw new UsageError(
      `The question has ${question.length} characters; at most ${MAX_QUESTION_CHARACTERS} can be asked.`,
    );
  }
  return { question, isJson: values.json === true };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`, { cause });
  }
}

function print(event: AnswerEvent): void {
  switch (event.type) {
    case "text-added":
      process.stdout.write(event.text);
      break;
    case "text-ended": {
      const titles = new Map(event.citations.map(({ number, paper }) => [number, paper.title]));
      const lines = [...titles].map(([number, title]) => `[${number}] ${title}`);
      process.stdout.write(`\n${lines.length > 0 ? `\n${lines.join("\n")}\n` : ""}`);
      break;
    }
    case "answer-failed":
      throw new ModelError(event.message);
    default:
  }
}
