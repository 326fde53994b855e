/**
 * Footnote as parts of a LangChain program: its retrieval as a retriever, its answers as a runnable.
 * Run it with `npm run example`.
 */
import { AnswerRunnable } from "../src/answer/answer-runnable.ts";
import { composeFootnote } from "../src/compose/compose-footnote.ts";
import { readConfig } from "../src/config.ts";
import { PaperRetriever } from "../src/retrieval/paper-retriever.ts";

const stop = new AbortController();
const { footnote, prepared } = await composeFootnote(readConfig(process.env), {
  onProgress: ({ papersDone, papersTotal }) =>
    process.stderr.write(`\r${papersDone} of ${papersTotal} papers indexed`),
  onNotice: (notice) => process.stderr.write(`${notice}\n`),
  signal: stop.signal,
});
await prepared;

const retriever = new PaperRetriever(async (question) => {
  const { papers } = await footnote.search({ history: [], question }, { k: 3, signal: stop.signal });
  return papers;
});
for (const document of await retriever.invoke("speech models that can be interrupted")) {
  process.stdout.write(`${document.metadata["title"]}: ${document.pageContent.slice(0, 80)}…\n`);
}

const answers = new AnswerRunnable(footnote.answer);
for await (const events of await answers.stream({
  conversation: { history: [], question: "What is R-Tuning?" },
})) {
  for (const event of events) if (event.type === "text-added") process.stdout.write(event.text);
}
process.stdout.write("\n");
stop.abort();
