import { contentTerms } from "../text/terms.ts";

/** A question about the whole collection, whose condition is one term or several, a kind of paper, or terms within a kind. */
export interface CollectionQuestion {
  /** Which papers, how many of them, or whether there are any. */
  readonly asks: "list" | "count" | "whether";
  /** The terms as asked; none where only a kind of paper is asked for. */
  readonly terms: readonly string[];
  /** Whether a paper must have all of the terms, or any. */
  readonly joinedBy: "and" | "or";
  /** Asks for the papers that don't have the terms. */
  readonly isNegated: boolean;
  readonly documentKind?: "survey" | "benchmark" | "dataset";
  /** The terms are names, stand in quotation marks, or papers shall mention them: no other words can stand for them. */
  readonly isLiteral: boolean;
}

const PAPERS = "(?:papers?|articles?|works?|studies|abstracts|publications)";
const HERE =
  "(?: (?:here|(?:are )?there|(?:do )?you have(?: here)?|you know(?: of)?|we have|available|(?:are )?in (?:the|this|your|our) (?:collection|library|corpus|database|index|set)))?";
const OF = "(?: of (?:the|these|your|those|all(?: the)?))?";
const COUNT = "(?: (?:two|three|four|five|six|seven|eight|nine|ten|\\d+|other|different))?";
const THAT = "(?: (?:that|which|do|also|actually|explicitly|specifically))*";

const NOT =
  "(?<negated> (?:(?:do|does|did) not|(?:do|does|did)n['’]t|never)(?: (?:explicitly|even|actually))?| without)?";

const MENTION =
  "(?:mention(?:s|ed|ing)?|name[sd]?|cit(?:es?|ed|ing)|refer(?:s|red|ring)? to|contain(?:s|ing)?|ha(?:ve|s) (?=the (?:word|term|phrase|name)))";
const DEAL =
  "(?:deal(?:s|ing)? with|(?:are |is )?(?:mainly |mostly |all )?(?:about|on)|concern(?:s|ed with|ing)?|cover(?:s|ing)?|discuss(?:es|ing)?|stud(?:y|ies|ying)|address(?:es|ing)?|treat(?:s|ing)?|talk(?:s|ing)? about|focus(?:es|ing|ed)? on|work(?:s|ing)? (?:on|with)|involv(?:e|es|ing)|investigat(?:e|es|ing)|explor(?:e|es|ing)|examin(?:e|es|ing)|look(?:s|ing)? (?:at|into)|(?:are )?relat(?:e|ed|es|ing) to|touch(?:es|ing)? (?:on|upon))";
const USE =
  "(?:us(?:e|es|ed|ing)|make use of|employ(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|adopt(?:s|ed|ing)?|build(?:s|ing)? (?:up)?on|rel(?:y|ies|ying) on|leverag(?:e|es|ing)|utili[sz](?:e|es|ing)|experiment(?:s|ed)? (?:with|on)|(?:are )?based on|(?:evaluat(?:e|es|ed|ing)|test(?:s|ed|ing)?|train(?:s|ed|ing)?|report(?:s|ed|ing)?(?: results)?) (?:their (?:models?|methods?|approach) )?on)";
const ABOUT = "(?:on|about|with|regarding|around|related to)";

const KINDS = "(?<kind>surveys?|reviews?|overviews?|benchmarks?|data ?sets?|corpora)";
const BRING =
  "(?:introduc(?:e|es|ing)|present(?:s|ing)?|propos(?:e|es|ing)|releas(?:e|es|ing)|provid(?:e|es|ing)|contribut(?:e|es|ing)|describ(?:e|es|ing))";
const TERM = "(?<term>.+?)";
const CONDITION = `(?:(?<mention>${MENTION})|${DEAL}|${USE}) ${TERM}`;
const LIST = "(?:list|show|name|find|give|get)(?: me)?(?: (?:all|every|the|any|of))*";
const ANY = "(?: (?:any|some|a|an|the|all))*";

/** Whole questions, by what they ask; case is aside. */
const FORMS: readonly { readonly asks: CollectionQuestion["asks"]; readonly pattern: RegExp }[] = [
  ...["(?:which|what)", LIST, "(?:all |any )?"].flatMap((opening) =>
    forms("list", opening === "(?:all |any )?" ? opening : `${opening}${OF}${COUNT} `),
  ),
  ...forms(
    "count",
    `(?:how many|count(?: all)?(?: the)?|(?:what(?: is|['’]s) )?the number of)${OF}${COUNT} `,
  ),
  ...forms(
    "whether",
    `(?:(?:are|is) there|do you have|have you(?: got)?|did any(?: of)?|do(?:es)?)${ANY}(?: of (?:the|these|your))?${COUNT} `,
  ),
  form("count", `how many${NOT} (?<mention>mention) ${TERM}`),
  ...(["list", "count"] as const).flatMap((asks) =>
    passives(asks, asks === "list" ? "(?:which|what)" : "how many"),
  ),
];

function form(asks: CollectionQuestion["asks"], pattern: string) {
  return { asks, pattern: new RegExp(`^${pattern}$`, "iu") };
}

/** `In which papers is GPT-4 mentioned?`, `Which papers is it mentioned in?` */
function passives(asks: CollectionQuestion["asks"], which: string) {
  const happens =
    "(?:(?<mention>mentioned|named|cited|referred to)|used|discussed|studied|addressed|covered|evaluated|tested)";
  const papers = `${which}${OF}${COUNT} ${PAPERS}${HERE}`;
  return [
    form(asks, `in ${papers} (?:is|are|was|were) ${TERM} (?:being )?${happens}`),
    form(asks, `${papers} (?:is|are|was|were) ${TERM} ${happens} in`),
    form(asks, `in ${papers} (?:do|does|did) ${TERM} (?<mention>appear|occur|come up)`),
    form(asks, `by ${papers} (?:is|are|was|were) ${TERM} ${happens}`),
  ];
}

function forms(asks: CollectionQuestion["asks"], opening: string) {
  const ending = "(?: (?:are|is) there| do you (?:have|know(?: of)?)| exist)?";
  return [
    form(asks, `${opening}${PAPERS}${HERE}${THAT}${NOT} ${CONDITION}${ending}`),
    form(asks, `${opening}${PAPERS}${HERE} ${ABOUT} ${TERM}${ending}`),
    ...(opening === "(?:all |any )?"
      ? []
      : [
          form(asks, `${opening}${KINDS}${HERE}${THAT} ${CONDITION}${ending}`),
          form(
            asks,
            `${opening}${KINDS}(?:${HERE}| (?:are|is) there| exist)(?: (?:on|about|for|of) ${TERM})?${ending}`,
          ),
          form(
            asks,
            `${opening}${PAPERS}${HERE}${THAT} (?:are|is|${BRING}) (?:an? |new |novel |their own |the )*${KINDS}(?: (?:on|about|for|of) ${TERM})?${ending}`,
          ),
        ]),
  ];
}

const COURTESY =
  /^(?:(?:please|hi|hello|hey|ok|okay|so|and|now|then|also|well)[,!]? +|(?:can|could|would) you (?:please )?(?:tell me )?|(?:please )?tell me(?: about)? |i(?:['’]d| would) like to (?:know|see) |i (?:want|need) to know |do you know )/iu;

/** A second sentence of the question that asks for the same of each paper: its bullet says that. */
const OF_EACH =
  /(?:,? and|[,;:.]) (?:what|how|which|why|say|tell|describe|summari[sz]e|for what|in what|to what end|one line|a line)\b.*\b(?:each|every|they|them|one|per paper|paper)\b.*$/iu;

const SURELY_NO_TERM =
  /^(?:it|them|this|that|these|those|they|here|there)$|\b(?:it|its|them|they|their|this|that|these|those|you|your|me|my|we|our|who|which|what|when|while|whether|whose|where|if|unless|without|rather|instead|than|not|but|or|and|because|by|to (?!-)|does|do|is|are|was|were|can|could|how|why)\b/iu;

const QUOTED = /^["“‘'](?<term>[^"“”‘’]+)["”’']$/u;
const MOST_WORDS = 5;

const MOST_TERMS = 4;

/** A longer question has more to it than a term. */
const MOST_CHARACTERS = 300;

/** What a name is said to be doesn't belong to it: `the GSM8K dataset`. */
const OF_A_NAME =
  /^(?<name>\S+) (?:benchmarks?|data ?sets?|corpus|models?|methods?|techniques?|algorithms?|simulators?|environments?|frameworks?|approach|tasks?|problems?|adapters?|objective|loss|library|suite|tool)$/iu;

/**
 * Reads a question about the whole collection; undefined where it is any other question, one with several conditions among
 * them. What else it asks of each paper is left to the bullets where the term is a name; a phrase of ordinary words with
 * more asked of each is a description, and better searched for by its meaning.
 */
export function readCollectionQuestion(question: string): CollectionQuestion | undefined {
  if (question.length > MOST_CHARACTERS) return undefined;
  const bare = withoutCourtesy(question);
  const whole = readForm(bare);
  if (whole) return whole;
  const ofEach = readForm(bare.replace(OF_EACH, ""));
  return ofEach?.isLiteral ? ofEach : undefined;
}

function readForm(question: string): CollectionQuestion | undefined {
  for (const { asks, pattern } of FORMS) {
    const groups = pattern.exec(question)?.groups;
    if (!groups) continue;
    const { term: rawTerm, kind, mention, negated } = groups;
    const documentKind = kind === undefined ? undefined : kindOf(kind);
    const condition = rawTerm === undefined ? NO_TERM : readCondition(rawTerm, mention !== undefined);
    if (condition === undefined || (rawTerm === undefined && documentKind === undefined)) continue;
    const isNegated = negated !== undefined;
    if (isNegated && !condition.isLiteral) continue;
    return { asks, ...condition, isNegated, ...(documentKind && { documentKind }) };
  }
  return undefined;
}

type TermCondition = Pick<CollectionQuestion, "terms" | "joinedBy" | "isLiteral">;

const NO_TERM: TermCondition = { terms: [], joinedBy: "and", isLiteral: false };

/** One term, or several that are joined by the same word and that no other words can stand for. */
function readCondition(raw: string, isMention: boolean): TermCondition | undefined {
  const term = readTerm(raw);
  if (term) {
    const isLiteral = isMention || term.isQuoted || isName(term.text);
    return { terms: [term.text], joinedBy: "and", isLiteral };
  }
  const joinedBy = /[\s,]or\s/iu.test(raw) ? "or" : "and";
  const parts = raw
    .replace(/^(?:both|either) /iu, "")
    .split(joinedBy === "or" ? /,? or (?:of )?|, /iu : /,? (?:and(?: also)?|as well as) |, /iu)
    .map(readTerm);
  const terms = parts.flatMap((part) => part ?? []);
  const isLiteral = terms.every((part) => isMention || part.isQuoted || isName(part.text));
  const areTerms = terms.length > 1 && terms.length === parts.length && terms.length <= MOST_TERMS;
  return areTerms && isLiteral ? { terms: terms.map(({ text }) => text), joinedBy, isLiteral } : undefined;
}

function withoutCourtesy(question: string): string {
  let bare = question
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[?.!\s]+$/u, "")
    .replace(/,? (?:please|thanks|thank you)$/iu, "");
  for (let next = bare.replace(COURTESY, ""); next !== bare; next = bare.replace(COURTESY, "")) bare = next;
  return bare;
}

/** A term as a question names it, without its article and what it is said to be; undefined where it is none. */
export function readTerm(raw: string): { readonly text: string; readonly isQuoted: boolean } | undefined {
  const named = raw.trim().replace(/^the (?:word|term|phrase|name|acronym) /iu, "");
  const quoted = QUOTED.exec(named)?.groups?.["term"]?.trim();
  if (quoted) return { text: quoted, isQuoted: true };
  const text = named
    .replace(/^(?:the|an?|any|some) /iu, "")
    .replace(/ (?:at all|anywhere|in any way)$/iu, "");
  const head = OF_A_NAME.exec(text)?.groups?.["name"];
  if (head !== undefined && isName(head)) return { text: head, isQuoted: false };
  const isTerm =
    text.split(" ").length <= MOST_WORDS && !/[,;:?!()]|\.\s/u.test(text) && !SURELY_NO_TERM.test(text);
  return isTerm && contentTerms(text).length > 0 ? { text, isQuoted: false } : undefined;
}

/** Whether a term is one word with a capital inside, or a digit beside letters: `GSM8K`, `LoRA`, `Text2SQL`. */
export function isName(term: string): boolean {
  return !/\s/u.test(term) && /\p{L}.*\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(term);
}

function kindOf(word: string): NonNullable<CollectionQuestion["documentKind"]> {
  if (/^(?:survey|review|overview)/iu.test(word)) return "survey";
  return /^bench/iu.test(word) ? "benchmark" : "dataset";
}
