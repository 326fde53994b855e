import { ablateBeir, ablateQuestions } from "./ablate.ts";
import { EVALUATE_USAGE, readEvaluateArguments } from "./evaluate-arguments.ts";
import { print } from "./evaluate-output.ts";
import { runCommand } from "./run-command.ts";
import { scoreBeir } from "./score-beir.ts";
import { scoreQuestions } from "./score-questions.ts";

await runCommand(async (config, signal) => {
  const { beirFolder, ...wanted } = readEvaluateArguments(process.argv.slice(2));
  if (wanted.isHelp) print(EVALUATE_USAGE);
  else if (beirFolder === undefined)
    await (wanted.isAblation ? ablateQuestions : scoreQuestions)(config, wanted, signal);
  else await (wanted.isAblation ? ablateBeir : scoreBeir)(config, beirFolder, wanted, signal);
});
