import { ablateBeir, ablateQuestions } from "./ablate.ts";
import { EVALUATE_USAGE, readEvaluateArguments } from "./evaluate-arguments.ts";
import { print } from "./evaluate-output.ts";
import { runCommand } from "./run-command.ts";
import { scoreBeir } from "./score-beir.ts";
import { scoreClaimsFile } from "./score-claims.ts";
import { scoreDeletion } from "./score-deletion.ts";
import { scoreQuestions } from "./score-questions.ts";

await runCommand(async (config, signal) => {
  const { beirFolder, claimsFile, ...wanted } = readEvaluateArguments(process.argv.slice(2));
  if (wanted.isHelp) print(EVALUATE_USAGE);
  else if (claimsFile !== undefined) await scoreClaimsFile(config, claimsFile, wanted, signal);
  else if (wanted.isDeletion) await scoreDeletion(config, wanted, signal);
  else if (beirFolder === undefined)
    await (wanted.isAblation ? ablateQuestions : scoreQuestions)(config, wanted, signal);
  else await (wanted.isAblation ? ablateBeir : scoreBeir)(config, beirFolder, wanted, signal);
});
