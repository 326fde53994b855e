/**
 * Greetings, thanks and questions about Footnote itself get help instead of a search. Each pattern must fit the whole
 * question, so that "hello world programs in Lean" or "who made the Dolma corpus" are searched as usual.
 */
const GREETING =
  "(?:hi|hiya|hey|hello|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|footnote))?";
const THANKS =
  "(?:(?:ok|okay|great|perfect|nice|cool)[,.! ]*)?(?:thanks|thank you|thx|cheers|bye|goodbye|see you|that'?s all)(?: (?:a lot|so much|very much|for (?:the |your )?help|for now|bye))*";
const FILLER = "(?:ok|okay|great|perfect|nice|cool|yes|no|test|help|help me|start)";
const ABOUT_ITSELF = [
  "who (?:are|made|built|created|wrote|trained) (?:you|footnote)",
  "who is footnote",
  "what(?:'s| is) your name",
  "what are you",
  "are you (?:a |an )?(?:bot|robot|human|real person|ai|chatgpt|gpt|llm|language model)",
  "how are you(?: doing)?(?: today)?",
  "what (?:can|do|does|could) (?:you|footnote) (?:do|answer|know|offer|help (?:me )?with)(?: for me)?",
  "how (?:do|can|should) i use (?:you|this|footnote|it)",
  "how do you work(?: exactly)?",
  "how does (?:this|footnote|it) work",
  "what is (?:this|footnote)",
  "what (?:kinds? of |sorts? of )?(?:topics?|questions?|things?|subjects?) (?:may|can|could|should) i ask(?: you)?(?: about)?",
  "what (?:can|may|should|could) i ask(?: you)?(?: about)?",
  "how many (?:papers|abstracts|articles|documents)(?: (?:are|is))?(?: there)?(?: in)?(?: (?:here|there|total|this|the|your|collection|library|index|corpus|database|have|do|you|know))*",
  "which (?:model|language model|llm) (?:are you|do you use)(?: using)?",
];

const WHOLE_QUESTIONS = [GREETING, THANKS, FILLER, ...ABOUT_ITSELF].map(
  (pattern) => new RegExp(`^(?:${pattern})$`, "u"),
);

/** Whether a question is a greeting, a thank-you or about Footnote itself. */
export function isSmallTalk(question: string): boolean {
  const sentences = question
    .toLowerCase()
    .split(/[.!?…\n]+|(?:^|\s)[:;]-?\)/u)
    .flatMap((sentence) => sentence.split(/,\s*(?=that'?s all|bye|thanks|thank|what|who|how|ok)/u))
    .map((sentence) =>
      sentence
        .replace(/[^\p{L}\p{N}' ]+/gu, " ")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((sentence) => sentence !== "");
  return sentences.every((sentence) => WHOLE_QUESTIONS.some((pattern) => pattern.test(sentence)));
}
