import type { RankedPaper, TokenMatches } from "../../src/domain/evidence.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { contentTerms, fold } from "../../src/text/terms.ts";
import { rankedOf } from "../fixtures/papers.ts";

const SAME = 0.9;
const OTHER = 0.2;

/** The matches that an embedding model would give which knows no words but equal ones: a token for each content word. */
export function matchesOf(
  question: string,
  { title, abstract }: Pick<Paper, "title" | "abstract">,
): TokenMatches {
  const asked = contentTerms(question);
  const cosinesWith = (text: string) => {
    const stems = new Set(contentTerms(text).map((term) => term.stem));
    return asked.map(({ stem }) => (stems.has(stem) ? SAME : OTHER));
  };
  return {
    pieces: asked.map(({ word }) => fold(word)),
    weights: asked.map(() => 3),
    title: cosinesWith(title),
    sentences: splitPassages({ paperId: "p", abstract })
      .flatMap((passage) => passage.sentences)
      .map(({ start, end }) => {
        const cosines = cosinesWith(abstract.slice(start, end));
        return { start, end, inWhole: cosines, inWindow: cosines };
      }),
  };
}

/** The paper as the late stage would rank it for the question. */
export function comparedOf(question: string, paper: Paper, rest: Partial<RankedPaper> = {}): RankedPaper {
  return rankedOf(paper, { matches: matchesOf(question, paper), ...rest });
}
