/** Fewer say little more than the question does, and are what a refusal has. */
const LEAST_SENTENCES = 2;

const SENTENCE_END = /[.!?](?=\s|$)/gu;

/** What models like to put before it: `Sure! Here is such an abstract:`. */
const COURTESY = /^(?:(?:sure|certainly|of course|okay|ok)\b[^\p{L}]*)?here\b[^.!?:\n]*:\s*/iu;

/** And then `Abstract:`, `## Abstract`, or a title before that. */
const LABEL = /^[^.!?]*?\babstract\b[^.!?\p{L}\n]*(?::|\n)[^\p{L}\p{N}]*/iu;

/** An abstract speaks of "we"; who speaks of themselves is refusing, apologising or thinking aloud. */
const SPEAKS_OF_ITSELF =
  /^\s*(?:<think>|sorry\b|as an? (?:AI|assistant|(?:large )?language model)\b)|\bI(?:['’](?:m|ll|d)\b| (?:am|can|will|would|do|don|could|couldn|won|need|apologi[sz]e)\b| ?cannot\b)/iu;

/** The whole sentences of an imagined abstract in one line, or undefined where the reply is none. */
export function readImagined(reply: string): string | undefined {
  if (SPEAKS_OF_ITSELF.test(reply)) return undefined;
  const text = reply
    .trim()
    .replace(COURTESY, "")
    .replace(LABEL, "")
    .replace(/[*_#`]+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  return ends.length < LEAST_SENTENCES ? undefined : text.slice(0, ends.at(-1));
}
