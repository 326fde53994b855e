import type { FittedPaper, SentenceFit } from "./fit-sentences.ts";
import type { ReadSentence } from "./read-sentence.ts";
import type { Word } from "./read-words.ts";
import { listed } from "./word-lists.ts";

const UNIVERSAL = listed(
  "all every any always whatever everything everyone entire entirely whenever wherever regardless fully completely universally whole",
);
/** Words of proof and cause. */
const CERTAIN = listed(
  "prove proves proved proven proof guarantee guarantees guaranteed guaranteeing necessarily definitively conclusively undoubtedly",
);
const CAUSAL = listed(
  "cause causes caused causing induce induces induced lead leads led result results due drives driven because produces makes",
);
const CAUSING = listed("cause causes caused causing makes leads drives");
const CORRELATED = listed(
  "correlate correlates correlated correlation correlations associated association associations linked related",
);
/** “Proved effective” proves nothing. */
const TURNED_OUT = /^prove[ds]?$/u;
const HEDGED = listed(
  "some certain several may might could often typically usually generally suggest suggests suggesting suggested likely potentially",
  "potential possible possibly tend tends appear appears seem seems sometimes partially partly many correlate correlates correlated",
  "correlation associated association mainly mostly largely few limited hypothesize hypothesise",
);
const SUPERLATIVE = listed("first only sole best largest smallest highest lowest fastest biggest strongest");

/** How far a claim goes beyond a paper, each 0..1, and by which words. */
export interface Widening {
  /** All, every, always: the paper's sentences have no such word. */
  readonly universal: number;
  /** Proves, causes, guarantees: the same. */
  readonly certain: number;
  /** The share of what restricts the paper's “first” or “only” that the claim leaves out. */
  readonly unrestricted: number;
  /** Of the first two. */
  readonly words: { readonly claim: string; readonly paper: string | undefined } | undefined;
  readonly superlative: string | undefined;
}

/** Compares what a claim says of how many, how certain and how singular with what the nearest sentences say. */
export function findWidening(claim: ReadSentence, { nearest, fits }: FittedPaper): Widening {
  const stated = nearest.flatMap(({ sentence }) => sentence.words);
  const beyond = (list: ReadonlySet<string>) => {
    const said = claim.words.filter(({ folded }) => list.has(folded));
    return stated.some(({ folded }) => list.has(folded)) ? undefined : said[0];
  };
  const universal = beyond(UNIVERSAL);
  const certain = beyond(CERTAIN);
  const causal = claim.words.find(({ folded }) => CAUSING.has(folded));
  const isCorrelation =
    stated.some(({ folded }) => CORRELATED.has(folded)) && !stated.some(({ folded }) => CAUSAL.has(folded));
  const isProof = (certain && !isTurnedOut(claim, certain)) || (causal && isCorrelation);
  const hedge = nearest[0]?.sentence.words.find(({ folded }) => HEDGED.has(folded));
  const superlative = claim.words.find(
    ({ folded }, place) => SUPERLATIVE.has(folded) && !isOrdinal(claim.words, place, fits),
  )?.folded;
  const wide = universal ?? (isProof ? (certain ?? causal) : undefined);
  return {
    universal: universal ? 1 : 0,
    certain: isProof ? 1 : 0,
    unrestricted: superlative === undefined ? 0 : leftOut(superlative, fits),
    superlative,
    words: wide && { claim: wide.text, paper: hedge?.text },
  };
}

/** An adjective follows, not what would be proved. */
function isTurnedOut({ words, text }: ReadSentence, word: Word): boolean {
  const next = words[words.indexOf(word) + 1];
  return (
    TURNED_OUT.test(word.folded) &&
    next !== undefined &&
    /(?:ive|ful|able|ible|ant|ent|al|ous|ed|to be)$/u.test(next.folded) &&
    text.slice(word.end, next.start).trim() === ""
  );
}

/** Behind these, and at a beginning, “the first” claims to be ahead of all others. */
const CLAIMING = listed(
  "is are was were be been being as become becomes became remain remains introduce introduces introduced propose proposes proposed",
  "present presents presented provide provides provided develop develops developed offer offers offered build builds built",
  "create creates created release releases released conduct conducts conducted give gives gave describe describes described",
);
const DETERMINERS = listed("a an the our its their his her this these");

/** Whether a “first” counts, as in “to find the first error”: the paper has it before the same word, and nothing is called the first. */
function isOrdinal(words: readonly Word[], place: number, fits: readonly SentenceFit[]): boolean {
  if (words[place]?.folded !== "first") return false;
  const before = words.slice(0, place).findLast(({ folded }) => !DETERMINERS.has(folded));
  if (!before || CLAIMING.has(before.folded)) return false;
  const counted = words[place + 1]?.stem;
  return fits.some(({ sentence }) =>
    sentence.words.some(
      ({ folded }, index) => folded === "first" && sentence.words[index + 1]?.stem === counted,
    ),
  );
}

function leftOut(superlative: string, fits: readonly SentenceFit[]): number {
  const shares = fits.flatMap((fit) =>
    fit.sentence.words.flatMap((word, place) =>
      word.folded === superlative ? (shareLeftOut(fit, place) ?? []) : [],
    ),
  );
  return shares.length === 0 ? 0 : Math.min(...shares);
}

/** Of the words behind a superlative, up to the end of its clause, the weighted share that the claim has nothing like. */
function shareLeftOut({ sentence, cosines }: SentenceFit, place: number): number | undefined {
  const { text, words, weights } = sentence;
  let missing = 0;
  let total = 0;
  for (let column = place + 1; column < words.length; column++) {
    const [before, word] = [words[column - 1], words[column]];
    if (!before || !word) break;
    if (column > place + 2 && /[;,.]/u.test(text.slice(before.end, word.start))) break;
    const weight = weights[column] ?? 0;
    missing += weight * (1 - bestInColumn(cosines, column));
    total += weight;
  }
  return total > 0 ? missing / total : undefined;
}

function bestInColumn({ values, columns }: SentenceFit["cosines"], column: number): number {
  let best = 0;
  for (let place = column; place < values.length; place += columns) best = Math.max(best, values[place] ?? 0);
  return best;
}
