import { contentTerms } from "../text/terms.ts";

/** A part of a question: `text === question.slice(start, end)`. */
export interface QuestionPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ASKING =
  "(?:(?:by|on|in|for|with|to|from|of|at|under|after|against|over|through|as) )?(?:which|what|how|who|whom|whose|when|where|why)\\b|(?:did|does|do|is|are|was|were|can|could|name)\\b";

/** Where another part begins: a new sentence, or an asking word after a comma or "and". */
const BOUNDARY = new RegExp(
  `(?<=[?.!;]) +(?=\\p{Lu})|,? +and +(?=(?:${ASKING}))|, +(?=(?:and +)?(?:${ASKING}))`,
  "gu",
);

const ASKS = new RegExp(`(?:^|[,:] *(?:and +)?)(?:${ASKING})`, "iu");

/** What only says when or where the rest holds. */
const SETTING = /^(?:when|where|if|while|since|after|before|as)\b\s*/iu;

/** A part with fewer content words is a phrase of the part before it. */
const LEAST_CONTENT_WORDS = 2;

/** A word with two capitals, or letters and digits: it says enough by itself. */
const NAME = /\p{Lu}\P{Lu}*\p{Lu}|\p{L}-?\d/u;

/** The parts of a question that asks for several things, in its order; one that asks for one thing is one part. */
export function questionParts(question: string): readonly QuestionPart[] {
  const whole = { text: question, start: 0, end: question.length };
  const parts: QuestionPart[] = [];
  let start = 0;
  const boundaries = [...question.matchAll(BOUNDARY)].map(({ 0: words, index }) => ({
    end: index,
    next: index + words.length,
  }));
  for (const { end, next } of [...boundaries, { end: question.length, next: question.length }]) {
    const text = question.slice(start, end);
    const isLast = next === question.length;
    const isWhole = (contentTerms(text).length >= LEAST_CONTENT_WORDS || NAME.test(text)) && asks(text);
    if (!isWhole && !isLast) continue;
    parts.push({ text, start, end });
    start = next;
  }
  const asking = parts.filter(({ text }) => asks(text));
  return asking.length > 1 ? asking : [whole];
}

function asks(text: string): boolean {
  return ASKS.test(text.replace(SETTING, ""));
}
