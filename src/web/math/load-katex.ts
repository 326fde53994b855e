import { element } from "../page/element.ts";
import type { Katex } from "./draw-formula.ts";

const STYLES = "/assets/lib/katex/katex.min.css";

let loaded: Katex | undefined;
let loading: Promise<Katex> | undefined;

/** KaTeX where it is there already; undefined until then. */
export function loadedKatex(): Katex | undefined {
  return loaded;
}

/**
 * KaTeX with its style sheet, fetched at the first call.
 * @throws where either can't be fetched; the next call tries again.
 */
export function loadKatex(): Promise<Katex> {
  loading ??= fetchKatex().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchKatex(): Promise<Katex> {
  const [module] = await Promise.all([import("katex"), loadStyles()]);
  loaded = module as unknown as Katex;
  return loaded;
}

async function loadStyles(): Promise<void> {
  const link = element("link", { rel: "stylesheet", href: STYLES });
  await new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${STYLES} could not be loaded.`));
    });
    document.head.append(link);
  });
}
