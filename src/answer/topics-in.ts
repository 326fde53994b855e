import type { Paper } from "../domain/paper.ts";
import { namesIn } from "../question/named-papers.ts";
import { contentTerms, isStopWord } from "../text/terms.ts";

/** Two or three words in small letters behind a preposition, and what shows that no verb follows: a stop, a list, a clause. */
const OBJECT =
  /\b(?:of|in|for|on|about|between|from|through|via|across|under|against) (?<topic>(?:the )?\p{Ll}[\p{Ll}-]{2,}(?: \p{Ll}[\p{Ll}-]{2,}){1,2})(?=[.,;:)]|$| (?:and|or|that|which|while|when|where|such)\b)/gu;

/** These are no names of things, or the thing is cut off before its end. */
const NO_NOUN = /(?:ed|ly|ous|ive|able|ible|ful)$/u;
/** A verb may follow a plural: `models fails`, `environments covering`. */
const PLURAL_BEFORE_VERB = /s \p{Ll}+(?:s$|ing\b)/u;
/** They point at something, compare or count, and say nothing by themselves. */
const VAGUE = new Set(
  (
    "its their these those this that such same other another various several different many few new novel recent existing " +
    "first last final latest next key main one two three four five six seven eight nine ten both single larger smaller better " +
    "worse higher lower faster slower longer shorter greater fewer further way ways number order terms case cases variety " +
    "multiple near core overall specific previous future small detailed certain range kind kinds form part magnitude addition " +
    "contrast particular general practice popular downstream work works"
  ).split(" "),
);
/** Nearly every paper here is about these. */
const COMMON = new Set(
  (
    "model models language large method methods approach approaches task tasks result results performance system systems " +
    "data training time set sets"
  ).split(" "),
);

/** Short for kinds of things, or words with capitals, not a thing's name: `LLM`, `LLM-based`, `Task-Aware`. */
const GENERAL_NAME =
  /^(?:\p{Lu}{1,4}s?|\p{Lu}?\p{N}+\p{Ll}?|\p{N}.*|\p{Ll}.*|.*-\p{Ll}+|\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+)$/u;

/** Where something lies on the web is no topic, nor is any part of that. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+\/\S*/giu;

/** What a sentence speaks of beside the paper's own topic, as a question can ask about it: `catastrophic forgetting`, `GPT-4o`. */
export function topicsIn(sentence: string, paper: Pick<Paper, "title" | "abstract">): readonly string[] {
  const words = sentence.replace(ADDRESS, " ");
  return [...thingsIn(words, paper), ...namesBesideIn(words, paper)];
}

/** Names that the abstract has only there: others are what the whole paper is about. */
function namesBesideIn(
  sentence: string,
  { title, abstract }: Pick<Paper, "title" | "abstract">,
): readonly string[] {
  return namesIn(sentence).filter(
    (name) => !GENERAL_NAME.test(name) && !title.includes(name) && abstract.split(name).length === 2,
  );
}

function thingsIn(sentence: string, { title }: Pick<Paper, "title">): readonly string[] {
  const inTitle = new Set(contentTerms(title).map(({ stem }) => stem));
  const topics = [...sentence.matchAll(OBJECT)].map(({ groups }) => groups?.["topic"] ?? "");
  return topics.filter((topic) => {
    const words = topic.replace(/^the /u, "").split(" ");
    return (
      !PLURAL_BEFORE_VERB.test(topic) &&
      !NO_NOUN.test(topic) &&
      !/ing$/u.test(words[0] ?? "") &&
      !words.some((word) => isStopWord(word) || /(?:[^e]ed|ly)$/u.test(word)) &&
      words.length > 1 &&
      !words.some((word) => VAGUE.has(word)) &&
      words.some((word) => !COMMON.has(word)) &&
      contentTerms(topic).some(({ stem }) => !inTitle.has(stem))
    );
  });
}
