import type { Paper } from "../domain/paper.ts";
import { arxivIdPlaces, readArxivId } from "../text/arxiv-id.ts";
import type { Papers, Span } from "./named-papers.ts";

/** The page of a paper here, whatever the host, with it or without. */
const PAGE =
  /(?<!\S)[<(“"]?(?:(?:https?:\/\/)?[^\s/<>]+)?\/papers\/(?<id>[^\s/?#<>“”")]+)\/?(?:[?#][^\s<>“”")]*)?/giu;
/** Ends the sentence, not the address. */
const CLOSING = /[.,;:!?)\]]+$/u;

/** An id or address in a question, and the paper that it is of. */
export interface AddressedPaper extends Span {
  readonly written: string;
  /** Undefined where no such paper is here. */
  readonly paper: Paper | undefined;
  /** Whether it can be nothing else; a bare number may be a figure. */
  readonly isSure: boolean;
}

/** The arXiv ids and the addresses of papers in a question, in its order. Offsets are UTF-16 code units, end exclusive. */
export function addressedPapers(question: string, papers: Papers): readonly AddressedPaper[] {
  const outside = arxivIdPlaces(question).map(({ id, ...place }) => ({
    ...place,
    written: id,
    paper: paperWithArxivId(id, papers),
  }));
  const pages = [...question.matchAll(PAGE)].flatMap(({ 0: whole, index, groups }) => {
    const written = decoded((groups?.["id"] ?? "").replace(CLOSING, ""));
    const start = index;
    const end = index + whole.replace(CLOSING, "").length;
    const isOutside = outside.some((place) => place.start < end && start < place.end);
    return isOutside || written === ""
      ? []
      : [{ written, start, end, isSure: true, paper: papers.get(written) }];
  });
  return [...outside, ...pages].sort((a, b) => a.start - b.start);
}

/**
 * The papers of which a text is nothing but the arXiv id, the address of the page here, or the address elsewhere: one, or
 * none where that paper is not here. Undefined where the text is nothing of the kind.
 */
export function papersAtAddress(text: string, papers: Papers): readonly Paper[] | undefined {
  const asked = text.trim();
  const elsewhere = [...papers.values()].filter(
    ({ outsideUrl }) => outsideUrl !== undefined && bareAddress(outsideUrl) === bareAddress(asked),
  );
  if (elsewhere.length > 0) return elsewhere;
  const [only, ...others] = addressedPapers(asked, papers);
  if (!only || others.length > 0 || only.start > 0 || only.end < asked.length) return undefined;
  return only.paper ? [only.paper] : [];
}

/** An address without what makes no difference: scheme, `www.`, a slash at the end. */
function bareAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|\/+$/giu, "");
}

/** By its paperId, or by its address outside. */
export function paperWithArxivId(id: string, papers: Papers): Paper | undefined {
  return papers.get(id) ?? papers.get(id.replace("/", "_")) ?? outsideIds(papers).get(id);
}

const known = new WeakMap<Papers, ReadonlyMap<string, Paper>>();

/** The papers of a collection by the arXiv ids of their outside addresses, read once for all questions that it is asked. */
function outsideIds(papers: Papers): ReadonlyMap<string, Paper> {
  const read = known.get(papers);
  if (read) return read;
  const ids = new Map(
    [...papers.values()].flatMap((paper) => {
      const id = paper.outsideUrl === undefined ? undefined : readArxivId(paper.outsideUrl);
      return id === undefined ? [] : [[id, paper] as const];
    }),
  );
  known.set(papers, ids);
  return ids;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
