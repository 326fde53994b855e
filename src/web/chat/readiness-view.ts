import { element } from "../page/element.ts";
import { fragmentOf } from "../page/fragment-of.ts";
import { patchChildren } from "../page/patch-children.ts";
import { progressBar } from "./progress-bar.ts";
import { type Readiness, watchReadiness } from "./watch-readiness.ts";

/** Shows in `panel` how far the index is until it is ready, and says in `count` how many papers there are. */
export async function showReadiness(
  panel: HTMLElement,
  count: HTMLElement,
  announce: (words: string) => void,
): Promise<void> {
  let hasWaited = false;
  for await (const readiness of watchReadiness(new AbortController().signal)) {
    patchChildren(panel, fragmentOf(readiness.isReady ? [] : waitingView(readiness)));
    panel.hidden = readiness.isReady;
    if (readiness.paperCount) count.textContent = `${readiness.paperCount.toLocaleString("en")} papers`;
    if (readiness.isReady && hasWaited) announce("The papers are ready.");
    hasWaited = true;
  }
}

function waitingView({ missing, progress }: Readiness): readonly Node[] {
  if (!progress)
    return (missing.length > 0 ? missing : ["Getting ready."]).map((words) => element("p", {}, words));
  return [
    element(
      "p",
      { class: "waiting-title" },
      "Reading the papers. You can ask already, your question waits for them.",
    ),
    ...progressBar(progress),
  ];
}
