import { parseJsonEventStream, type UIMessageChunk, uiMessageChunkSchema } from "ai";
import { expect } from "vitest";
import { z } from "zod";
import { asking, collected, type Door } from "../server/door.ts";

const CitationSchema = z.object({
  citationId: z.string(),
  sourceId: z.string(),
  number: z.int().min(1),
  answerStart: z.int().min(0),
  answerEnd: z.int().min(1),
  quote: z.string(),
  quoteStart: z.int().min(0),
  quoteEnd: z.int().min(1),
  verdict: z.enum(["supported", "weak", "unsupported"]),
  reasons: z.array(z.string()),
});
export type ReadCitation = z.infer<typeof CitationSchema>;

const OutcomeSchema = z.object({
  kind: z.enum(["answered", "refused", "help"]),
  reason: z.enum(["not-stated", "no-evidence", "out-of-scope", "empty-index"]).optional(),
  nearest: z.array(z.object({ paperId: z.string(), title: z.string(), url: z.url() })).max(3),
});

/** An answer as a client of the UI message stream reads it. */
export interface ReadAnswer {
  readonly text: string;
  /** Titles, in the order of their numbers. */
  readonly sources: readonly string[];
  /** With the last verdict of each. */
  readonly citations: readonly ReadCitation[];
  readonly outcome: z.infer<typeof OutcomeSchema>;
}

/** Asks as the page does, and reads the answer with the AI SDK's own parser; the contract is expected of it on the way. */
export async function askThroughDoor(
  door: Door,
  question: string,
): Promise<ReadAnswer & { readonly chunks: readonly UIMessageChunk[] }> {
  const response = await door.post("/api/chat", asking(question));
  if (!response.body) throw new Error("The answer has no body.");
  const stream = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema });
  const chunks = (await collected(stream)).map((result) => {
    if (!result.success) throw result.error;
    return result.value;
  });
  return { ...readAnswer(chunks), chunks };
}

/**
 * Reads an answer out of the chunks of its stream, and expects of them what the contract promises of every answer: order,
 * numbers, offsets, one citation for each marker in prose and a verdict for each.
 */
export function readAnswer(chunks: readonly UIMessageChunk[]): ReadAnswer {
  let text = "";
  const sources: string[] = [];
  const citations = new Map<string, ReadCitation>();
  let outcome: ReadAnswer["outcome"] | undefined;
  for (const chunk of chunks) {
    if (chunk.type === "source-url") {
      expect(chunk.sourceId).toBe(String(sources.length + 1));
      sources.push(chunk.title ?? "");
    } else if (chunk.type === "text-delta") {
      expect(chunk.delta.length).toBeLessThanOrEqual(200);
      text += chunk.delta;
    } else if (chunk.type === "data-citation") {
      const citation = CitationSchema.parse(chunk.data);
      expect(outcome).toBeUndefined();
      expect(citation.number).toBeLessThanOrEqual(sources.length);
      expect(text.length).toBeGreaterThanOrEqual(citation.answerEnd);
      expect(text.slice(citation.answerStart, citation.answerEnd)).toContain(`[${citation.number}]`);
      expect(citation.quote.length).toBe(citation.quoteEnd - citation.quoteStart);
      if (citation.verdict !== "supported") expect(citation.reasons).not.toEqual([]);
      citations.set(citation.citationId, citation);
    } else if (chunk.type === "data-outcome") {
      outcome = OutcomeSchema.parse(chunk.data);
    } else if (chunk.type === "error") {
      throw new Error(chunk.errorText);
    }
  }
  if (!outcome) throw new Error("The answer has no outcome.");
  expect(chunks.at(-1)?.type).toBe("finish");
  const inProse = text.replace(/```.*?(?:```|$)|`[^`\n]*`/gsu, "");
  const markers = inProse.match(/\[\d{1,3}\](?!\()/g) ?? [];
  expect([...citations.values()].map(({ number }) => `[${number}]`)).toEqual(markers);
  return { text, sources, citations: [...citations.values()], outcome };
}
