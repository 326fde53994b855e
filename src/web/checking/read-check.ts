import { fieldsOf, listOf, numberOf, textOf, textsOf } from "../page/fields.ts";

/** A sentence that a verdict rests on; without an id where it stands in a text that the reader gave. */
export interface CheckEvidence {
  readonly paperId: string | undefined;
  readonly title: string;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

/** What `/api/check` found out about a sentence. */
export interface Check {
  readonly verdict: "supported" | "contradicted" | "not-stated";
  /** 0..1. */
  readonly confidence: number | undefined;
  readonly evidence: readonly CheckEvidence[];
  readonly reasons: readonly string[];
}

/** A check as the server sends it; undefined where it has no verdict that this page knows. */
export function readCheck(value: unknown): Check | undefined {
  const check = fieldsOf(value);
  const verdict = check["verdict"];
  if (verdict !== "supported" && verdict !== "contradicted" && verdict !== "not-stated") return undefined;
  return {
    verdict,
    confidence: numberOf(check["confidence"]),
    evidence: listOf(check["evidence"]).flatMap(readEvidence),
    reasons: textsOf(check["reasons"]),
  };
}

function readEvidence(value: unknown): CheckEvidence[] {
  const found = fieldsOf(value);
  const quote = textOf(found["quote"]);
  if (!quote) return [];
  return [
    {
      paperId: textOf(found["paperId"]) || undefined,
      title: textOf(found["title"]) ?? "",
      quote,
      quoteStart: numberOf(found["quoteStart"]) ?? 0,
      quoteEnd: numberOf(found["quoteEnd"]) ?? 0,
    },
  ];
}
