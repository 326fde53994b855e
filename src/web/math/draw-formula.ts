import type { KatexOptions } from "katex";
import type { Formula } from "./find-formulas.ts";

/** A part of a formula as KaTeX builds it, before it is in the DOM. */
interface TreeNode {
  readonly children?: readonly TreeNode[];
  readonly attributes?: Record<string, string>;
  toNode(): Node;
}

/** What is used of KaTeX: the tree that its `render` puts into the DOM, still open to change. */
export interface Katex {
  readonly __renderToDomTree: (tex: string, options: KatexOptions) => TreeNode;
}

/** Macro expansions and ems that a formula may take: enough for any that is read, too few to fill the page. */
const LIMITS = { maxExpand: 500, maxSize: 6 } as const;

/** Commands that lead, load or mark up; KaTeX would show their names alone. */
const UNTRUSTED = /\\(?:href|url|includegraphics|html\w+)/;

/** The formula set by KaTeX, with its MathML for screen readers; undefined where it can't be read. */
export function drawFormula({ tex, isDisplay }: Formula, katex: Katex): Node | undefined {
  if (UNTRUSTED.test(tex)) return undefined;
  const options = { displayMode: isDisplay, throwOnError: true, strict: "ignore", trust: false } as const;
  try {
    const tree = katex.__renderToDomTree(tex, { ...options, ...LIMITS });
    holdStyles(tree);
    const node = tree.toNode();
    setStyles(node);
    return node;
  } catch {
    return undefined;
  }
}

/** Some parts carry a style attribute, which the security policy doesn't let be set: it waits under another name. */
function holdStyles({ attributes, children = [] }: TreeNode): void {
  const style = attributes?.["style"];
  if (attributes && style !== undefined) {
    delete attributes["style"];
    attributes["data-style"] = style;
  }
  children.forEach(holdStyles);
}

function setStyles(root: Node): void {
  if (!(root instanceof Element)) return;
  for (const styled of root.querySelectorAll<HTMLElement>("[data-style]")) {
    for (const declaration of (styled.dataset["style"] ?? "").split(";")) {
      const [property = "", value = ""] = declaration.split(":");
      styled.style.setProperty(property.trim(), value.trim());
    }
    styled.removeAttribute("data-style");
  }
}
