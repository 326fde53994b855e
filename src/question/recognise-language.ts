import type { RankedPaper } from "../domain/evidence.ts";
import type { Paper } from "../domain/paper.ts";
import { contentTerms, isStopWord } from "../text/terms.ts";
import { papersNamedIn } from "./papers-named-in.ts";

/** Function words of languages in which papers are asked about most; what is an English word as well is left out. */
const FUNCTION_WORDS = new Set(
  [
    // German, Dutch
    "der das den dem des ein eine einen einem einer eines und oder ist sind wird werden wurde wurden wie wer wo warum welche welcher welches welchen mit von für auf bei nach aus über unter zwischen durch nicht auch es sie wir ich zum zur im vom als dass sich gibt haben hat kann können man",
    "het een van en wat hoe welke waarom met voor zijn wordt worden niet ook bij naar aan deze dit door uit kan kunnen er heeft hebben",
    // French
    "le la les un une du de et ou est sont quel quelle quels quelles que qui comment pourquoi combien dans sur pour par avec sans pas ce cette ces il elle ils elles on nous vous je se au aux leur leurs ont été peut être",
    // Spanish, Portuguese
    "el los las unos unas del y es son qué cuál cuáles cómo cuándo cuánto cuánta cuántos cuántas dónde quién en con sin por para sobre entre según como más también pero su sus lo al ha han fue puede este esta estos estas",
    "o os um uma do da dos das e são qual quais quantos quantas onde quem porque em no na nos nas com sem pelo pela mais também mas seu sua seus suas ao foi pode esse essa isso não",
    // Italian
    "il gli uno di dello della dei degli delle che è sono quale quali quanti quante perché dove chi nel nella nei negli nelle sul sulla con senza per tra fra più anche ma suo sua suoi dal dalla al alla alle può come cosa",
    // Polish, Turkish, Swedish
    "jest są jak jaki jaka jakie dlaczego które który która oraz czy nie się przez dla przy od ile w z na",
    "ve bir bu ne nasıl neden hangi için ile mi mı mu mü değil kaç olan olarak var",
    "och är hur vad vilka vilken vilket varför med för av på som till från ett den det inte kan",
  ]
    .flatMap((words) => words.split(" "))
    .filter((word) => !isStopWord(word)),
);

/** Letters of English and of names in it. */
const LATIN = /\p{Script=Latin}/gu;

/** Names with hyphens say nothing about the language around them: `Make-A-Voice`. */
const JOINED = /(?<!\S)\S*\p{L}-\p{L}\S*/gu;

/** What a question in another language must have of its function words; with more of them it may have as many English ones. */
const LEAST_FUNCTION_WORDS = 2;
const MANY_FUNCTION_WORDS = 3;

/** Whether a question is in a language other than English, by its script and its function words. */
export function isForeign(question: string): boolean {
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  const latin = question.match(LATIN)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return true;
  const words =
    question
      .replace(JOINED, " ")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const foreign =
    new Set(words.filter((word) => FUNCTION_WORDS.has(word))).size + Number(/[¿¡]/u.test(question));
  const english = words.filter((word) => isStopWord(word)).length;
  if (asksOfNames(question)) return true;
  return foreign >= (foreign > english ? LEAST_FUNCTION_WORDS : Math.max(MANY_FUNCTION_WORDS, english));
}

/** Whether nothing stands beside names but function words, the first word one of them, and as many foreign ones as English: `Was ist OmniSQL?` */
function asksOfNames(question: string): boolean {
  const [first = "", ...rest] = wordsOf(question);
  const small = [first, ...rest.filter((word) => !NAME.test(word) && !/^\p{Lu}/u.test(word))].map((word) =>
    word.toLowerCase(),
  );
  const foreign = small.filter((word) => FUNCTION_WORDS.has(word)).length;
  const english = small.filter((word) => isStopWord(word)).length;
  const isAll = small.every((word) => FUNCTION_WORDS.has(word) || isStopWord(word));
  return isAll && rest.some((word) => NAME.test(word)) && foreign > 0 && foreign >= english;
}

/** What a question in another language gets that nothing in it carries. */
export const FOREIGN_REFUSAL = "I read English: please ask in English, or name the paper or the method.";

/** Words that languages share, with fewer letters than this, are as likely chance. */
const LETTERS_OF_A_SHARED_WORD = 5;
const LEAST_SHARED_WORDS = 2;

/** A word with a capital behind its first letter or a digit beside letters, parts behind hyphens included: `QNLP`, `Aurora-M`. */
const NAME = /^(?=.*\p{L})(?:.+\p{Lu}.*|.*\p{N}.*)$/u;

/** A cosine of the best passage from which on the embedding model does read the language: the embedded one stays below 0.45. */
const LEAST_SIMILARITY_WHERE_READ = 0.5;

/**
 * How a question is read: `english`, by its words and meaning; `carried`, where it is in another language and has a name
 * of the best paper found, or words that both languages share, or names any of them; `unread`, where nothing tells what it is about. `papers`
 * come best first.
 */
export function readLanguage(
  question: string,
  papers: readonly Pick<RankedPaper, "paper" | "similarity">[],
): "english" | "carried" | "unread" {
  const [best] = papers;
  if (!best || !isForeign(question)) return "english";
  const isRead = papers.some(({ similarity }) => similarity >= LEAST_SIMILARITY_WHERE_READ);
  const found = new Map(papers.map(({ paper }) => [paper.paperId, paper]));
  const isNamed = papersNamedIn(question, found).length > 0;
  return isRead || isNamed || isCarriedBy(best.paper, question) ? "carried" : "unread";
}

function isCarriedBy({ title, abstract }: Paper, question: string): boolean {
  const inTitle = new Set(wordsOf(title));
  const inPaper = new Set([...inTitle, ...wordsOf(abstract)]);
  const words = wordsOf(question);
  return (
    words.some((word) => NAME.test(word) && inPaper.has(word)) ||
    words.slice(1).some((word) => /^\p{Lu}/u.test(word) && inTitle.has(word)) ||
    sharedWords(question, `${title} ${abstract}`) >= LEAST_SHARED_WORDS
  );
}

/** Words as written, with what hyphens join. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
}

function sharedWords(question: string, text: string): number {
  const stems = new Set(contentTerms(text).map(({ stem }) => stem));
  const long = contentTerms(question).filter(({ word }) => word.length >= LETTERS_OF_A_SHARED_WORD);
  return new Set(long.map(({ stem }) => stem).filter((stem) => stems.has(stem))).size;
}
