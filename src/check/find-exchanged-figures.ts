import { contentTerms } from "../text/terms.ts";
import { type Figure, figuresIn, isCounting, writtenOut } from "./stated-numbers.ts";

/** Content words to either side of a figure that tell what it counts. */
const WORDS_BESIDE = 3;
/** Characters to either side that are looked at for them. */
const REACH = 60;

/** A figure with the words beside it and how near they stand: 1 for the next one, 1/2 for the one after it. */
interface PlacedFigure {
  readonly figure: Figure;
  readonly beside: ReadonlyMap<string, number>;
}

/**
 * Two figures, as written, that a sentence of the paper has the other way round: what stands beside the one in the claim
 * stands beside the other in the paper, as in `12 questions on 14,000 tasks` for `14,000 questions on 12 tasks`. Undefined
 * where there are none, and where “respectively” puts figures and names apart.
 */
export function findExchangedFigures(claim: string, sentence: string): readonly [string, string] | undefined {
  if (RESPECTIVELY.test(claim) || RESPECTIVELY.test(sentence)) return undefined;
  const stated = new Map(placedIn(sentence).map((placed) => [placed.figure.value, placed]));
  const said = placedIn(claim);
  for (const [place, one] of said.entries()) {
    for (const other of said.slice(place + 1)) {
      const [statedOne, statedOther] = [stated.get(one.figure.value), stated.get(other.figure.value)];
      if (!statedOne || !statedOther || statedOne === statedOther) continue;
      const crossed = [alike(one, statedOther), alike(other, statedOne)] as const;
      const straight = alike(one, statedOne) + alike(other, statedOther);
      if (Math.min(...crossed) > 0 && crossed[0] + crossed[1] - straight >= LEAST_TURN)
        return [writtenOut(one.figure), writtenOut(other.figure)];
    }
  }
  return undefined;
}

const RESPECTIVELY = /\brespectively\b/iu;
/** One word that stands next to the other figure. */
const LEAST_TURN = 1;

function placedIn(text: string): readonly PlacedFigure[] {
  const figures = figuresIn(text).filter(isCounting);
  return figures.map((figure, place) => {
    const from = Math.max(figures[place - 1]?.end ?? 0, figure.start - REACH);
    const to = Math.min(figures[place + 1]?.start ?? text.length, figure.end + REACH);
    const before = contentTerms(text.slice(from, figure.start)).toReversed();
    const after = contentTerms(text.slice(figure.end, to));
    const near = [before, after].flatMap((terms) =>
      terms.slice(0, WORDS_BESIDE).map(({ stem }, distance) => [stem, 1 / (distance + 1)] as const),
    );
    return { figure, beside: new Map(near.toSorted((one, other) => one[1] - other[1])) };
  });
}

function alike(one: PlacedFigure, other: PlacedFigure): number {
  return [...one.beside].reduce((sum, [stem, nearness]) => sum + nearness * (other.beside.get(stem) ?? 0), 0);
}
