/** What may stand between the parts of a term, or not: `text-to-SQL`, `text to SQL`, `text2sql`. */
const GAP = "[\\s\\-–—_/]{0,2}";

/** Letters on either side of a gap inside what the asker wrote as one word: `pretraining` is `pre-training`, `finetuning` is `fine tuning`. */
const LETTERS_BESIDE_HYPHEN = 2;
const LETTERS_BESIDE_SPACE = 4;

/** Letters that a word has at least to have a plural. */
const LETTERS_OF_A_WORD = 3;

/** A term of that many letters with two capitals is an acronym: `MATH` is not maths, `STaR` no star. */
const LETTERS_OF_AN_ACRONYM = 8;

/** Signs that belong to a name they touch: `C++`, `F*`, `[1]`, `pass@k`. A star before a word is emphasis. */
const PIECES =
  /(?<word>\p{L}+)|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<signs>(?:[+#@&%^$[\]<>]|(?<=\S)\*(?!\p{L}))+)/gu;

/** A word is over before these: `Llama 3` is not in `Llama 3.1`, nor `C` in `C++`; `LLM+RAG` has both. */
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
const NO_WORD_BEHIND = "(?![\\p{L}\\p{N}]|[.,]\\p{N}|[+#]+(?![\\p{L}\\p{N}+#]))";
const NO_SIGN_BEHIND = "(?![\\p{L}+#*])";

/** What a term without letters, digits or signs is found by: nowhere. */
const NOTHING = "(?!)";

/** Finds a term in a text, and tells whether it is there. */
export interface TermFinder {
  /** Whether signs belong to the term: such a term has no other spelling. */
  readonly hasSigns: boolean;
  /** How often the text has the term. */
  countIn(text: string): number;
  /** Whether the text is the term and nothing else. */
  isSame(text: string): boolean;
}

/**
 * A finder of a term in any of its usual spellings: with hyphens, spaces or neither, singular or plural, British or
 * American, `2` for `to`, in any case and without accents. An acronym needs its capitals, a single letter its one. Signs
 * that touch a word are part of the term.
 */
export function termFinder(term: string): TermFinder {
  const folded = foldAccents(term);
  const pieces = piecesOf(folded);
  const last = pieces.length - 1;
  const body = pieces
    .map(({ text, isSigns, isAttached }, position) => {
      const pattern = isSigns
        ? escapeSigns(text)
        : piecePattern(text, { isFirst: position === 0, isLast: position === last });
      return position === 0 ? pattern : (isAttached ? "" : GAP) + pattern;
    })
    .join("");
  const before = pieces[0]?.isSigns ? "" : NO_WORD_BEFORE;
  const behind = !pieces[last]?.isSigns ? NO_WORD_BEHIND : /[\]>]$/u.test(folded) ? "" : NO_SIGN_BEHIND;
  const anywhere = new RegExp(pieces.length > 0 ? `${before}(?:${body})${behind}` : NOTHING, "giu");
  const whole = new RegExp(`^(?:${body})$`, "iu");
  const needed = capitalsNeeded(folded, pieces.length);
  const isMeant = (match: string) => capitals(match) >= needed;
  return {
    hasSigns: pieces.some(({ isSigns }) => isSigns),
    countIn: (text) => [...foldAccents(text).matchAll(anywhere)].filter(([match]) => isMeant(match)).length,
    isSame: (text) => whole.test(foldAccents(text)),
  };
}

interface Piece {
  readonly text: string;
  readonly isSigns: boolean;
  /** Whether signs touch the piece before, or it touches signs. */
  readonly isAttached: boolean;
}

/** Signs that touch no word are left out: `LLM + RAG`. */
function piecesOf(term: string): readonly Piece[] {
  const found = [...term.matchAll(PIECES)].map(({ 0: text, index, groups }) => ({
    text,
    start: index,
    end: index + text.length,
    isSigns: groups?.["signs"] !== undefined,
  }));
  const touches = found.map(({ start, isSigns }, at) => {
    const previous = found[at - 1];
    return previous?.end === start && (isSigns || previous.isSigns);
  });
  return found.flatMap(({ text, isSigns }, at) => {
    const isAttached = touches[at] ?? false;
    return !isSigns || isAttached || touches[at + 1] ? [{ text, isSigns, isAttached }] : [];
  });
}

function escapeSigns(signs: string): string {
  return signs.replace(/[[\]+*^$]/gu, "\\$&");
}

function capitalsNeeded(term: string, pieceCount: number): number {
  const letters = term.replace(/[^\p{L}]/gu, "");
  if (letters.length === 1) return capitals(letters);
  return pieceCount === 1 && letters.length <= LETTERS_OF_AN_ACRONYM && capitals(letters) > 1 ? 2 : 0;
}

interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function piecePattern(piece: string, { isFirst, isLast }: Place): string {
  const isInside = !isFirst && !isLast;
  if (isInside && /^(?:to|2)$/iu.test(piece)) return "(?:to|2)";
  if (/^\p{N}/u.test(piece) || piece.length < LETTERS_OF_A_WORD)
    return `${piece.replace(/\./gu, "\\.")}${isLast && /^\p{Lu}{2,}$/u.test(piece) ? "s?" : ""}`;
  return isLast ? withPlural(piece) : spelt(piece);
}

function withPlural(word: string): string {
  if (/ies$/iu.test(word)) return `${spelt(word.slice(0, -3))}(?:y|ies)`;
  if (/[^aeiou]y$/iu.test(word)) return `${spelt(word.slice(0, -1))}(?:y|ies)`;
  if (/(?:ss|x|ch|sh)es$/iu.test(word)) return `${spelt(word.slice(0, -2))}(?:es)?`;
  if (/[^sui]s$/iu.test(word)) return `${spelt(word.slice(0, -1))}s?`;
  return `${spelt(word)}(?:e?s)?`;
}

/** Each letter, with what may stand between it and the one before, British and American endings alike. */
function spelt(word: string): string {
  let pattern = "";
  for (let at = 0; at < word.length; ) {
    const { length, atom } = atomAt(word, at);
    pattern += at === 0 ? atom : insideGap(word, at) + atom;
    at += length;
  }
  return pattern;
}

function atomAt(word: string, at: number): { readonly length: number; readonly atom: string } {
  const rest = word.slice(at);
  if (at >= 2 && /^[sz](?:e|ing|ation)/iu.test(rest) && /i$/iu.test(word.slice(0, at)))
    return { length: 1, atom: "[sz]" };
  if (at >= 2 && /^our$/iu.test(rest)) return { length: 3, atom: "ou?r" };
  if (at >= 2 && /^or$/iu.test(rest) && /[^t]$/iu.test(word.slice(0, at))) return { length: 2, atom: "ou?r" };
  const doubled = /^ll?(?=(?:ing|ed)$)/iu.exec(rest)?.[0];
  if (doubled !== undefined && /[aeiou]$/iu.test(word.slice(0, at)))
    return { length: doubled.length, atom: "ll?" };
  return { length: 1, atom: word.charAt(at) };
}

function insideGap(word: string, at: number): string {
  const isCamel = /\p{Ll}\p{Lu}/u.test(word.slice(at - 1, at + 1));
  if (isCamel) return GAP;
  const shorter = Math.min(at, word.length - at);
  if (shorter >= LETTERS_BESIDE_SPACE) return "[\\s-]?";
  return shorter >= LETTERS_BESIDE_HYPHEN ? "-?" : "";
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/** Accents folded away, capitals kept. */
function foldAccents(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "");
}
