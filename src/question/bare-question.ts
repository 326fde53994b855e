const INVISIBLE = /\p{Cf}/gu;
const GREETING =
  /^(?:(?:hi|hiya|hey|hello|howdy|greetings|good (?:morning|afternoon|evening|day)|thanks|thank you|ok|okay|great)(?: (?:there|all|footnote))?[,.!:;\s]+|please[,\s]+|(?:can|could|would) you (?:please )?tell me[,:\s]+)+(?=\S)/iu;
const NUMBERING = /^(?:[>#*•-]\s+|#{1,6}\s+|\(?\d{1,2}[.)]\s+)+/u;
/** Behind a name; elsewhere a number in brackets may be what is asked about. */
const MARKER = /(?<name>[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*)\s?\[\d{1,3}\](?!\()/gu;
/** Emphasis and code around words: `*What*`, `` `TALC` ``. */
const EMPHASIS = /(?<![\p{L}\p{N}])([*_`]{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu;

/** A question without what is only around it: greetings, numbering, markers of an earlier answer, emphasis, invisible characters. As it is where nothing else would be left. */
export function bareQuestion(question: string): string {
  const bare = question
    .replace(INVISIBLE, "")
    .trim()
    .replace(NUMBERING, "")
    .replace(GREETING, "")
    .replace(MARKER, "$<name>")
    .replace(EMPHASIS, "$2")
    .trim();
  return /[\p{L}\p{N}]/u.test(bare) ? bare : question;
}
