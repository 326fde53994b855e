import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { hasFigure } from "../evidence/figures.ts";
import { tellsWhere } from "../evidence/sentence-features.ts";
import { namesIn } from "../question/named-papers.ts";
import type { QuestionName } from "./name-in-question.ts";

/** A question about a paper, and the sentences of its abstract that tell what it asks. */
export interface AspectQuestion {
  readonly text: string;
  readonly sentences: readonly Span[];
}

interface Aspect {
  readonly told: (sentence: string, isOpening: boolean) => boolean;
  /** The question about what the authors made, by its name. */
  readonly made: (name: string) => string;
  /** The same about the paper, by its title. */
  readonly paper: (title: string) => string;
}

const RESULT =
  /\b(?:achiev|improv|outperform|reach|reduc|increas|surpass|exceed|boost|attain|obtain|gain|score|accurac|speedup|win rate)/iu;
const METHOD =
  /\b(?:(?:we|our|this (?:paper|work|study)|which|that|it|method|approach|framework|model|algorithm|system|pipeline)\b[^.]{0,80}\b(?:propos|introduc|present|develop|design|train|fine-?tun|combin|leverag|consist|us(?:e|es|ing)\b|employ|generat|appl(?:y|ies)|learn|select|integrat|formulat|incorporat)|by \w+ing\b)/iu;
const DATA =
  /\b(?:introduc|present|releas|construct|creat|collect|build|built|curat|contribut|propos|develop)\w* (?:(?!(?:on|using|with|from|for|by|in|of|to|that)\b)[\p{L}\p{N}“”"'(),+.-]+ ){0,7}(?:data ?sets?|benchmark|corpus|corpora|test suite|testbed)\b/iu;
const TESTED =
  /\b(?:evaluat|test|experiment|assess|benchmark)\w*\b[^.]{0,60}\b(?:on|across|over|with|using)\b/iu;
const RIVALS =
  /\b(?:compared (?:to|with|against)|outperform\w*|surpass\w*|exceed\w*|baselines?|state-of-the-art|on[- ]par with|superior to|better than|comparable (?:to|with))\b/iu;
const LIMITS =
  /\b(?:limitations? of (?:our|this|the)|limits? of|remains? (?:an? )?(?:open|challeng|difficult|limited|unsolved)|still (?:fail|struggle|lag|far|fall)|fails? to|struggles? (?:to|with|on)|fall(?:s|ing)? short|at the (?:cost|expense) of|trade-?offs?)/iu;
const PROBLEM =
  /\b(?:however|challeng|problem|difficult|lack|limit|struggl|suffer|costly|expensive|hard|bottleneck|prone|fail|issue|risk|concern)/iu;
const BENCHMARK = /\bbenchmark|test suite|testbed/iu;

/** A question that summarises, so that only one of them is worth asking: the first that fits. */
const GISTS: readonly Aspect[] = [
  {
    told: (sentence) => DATA.test(sentence),
    made: (name) => `What is the main contribution of ${name}?`,
    paper: (title) => `What is the main contribution of ${title}?`,
  },
  {
    told: (sentence, isOpening) => !isOpening && METHOD.test(sentence),
    made: (name) => `What is the key idea of ${name}?`,
    paper: (title) => `What is the key idea of ${title}?`,
  },
  {
    told: () => true,
    made: (name) => `What are the main findings of ${name}?`,
    paper: (title) => `What are the main findings of ${title}?`,
  },
];

const OFTEN =
  "(?:also|further|then|first|finally|additionally|empirically|theoretically|systematically|consistently|significantly|substantially|effectively)";
/** What authors say that they do, and what they say of what they made; a question with the same verb finds the sentence. */
const PAPER_DOES = new RegExp(
  `\\b(?:we|our (?:results|experiments|findings|analysis|analyses|work|study)|this (?:paper|work|study|survey|article)) (?:${OFTEN} )?(?<verb>demonstrate|reveal|evaluate|analy[sz]e|investigate|explore|identify|examine|discuss|observe|prove|compare|conclude|recommend|highlight|test)(?:s|es)?\\b`,
  "iu",
);
const MADE_DOES = new RegExp(
  `\\b(?:it|which|that|(?:our|this|the|the proposed) (?:approach|method|model|models|framework|system|technique|algorithm|benchmark|dataset|corpus)|(?<name>\\p{Lu}[\\p{L}\\p{N}.+-]+)) (?:${OFTEN} )?(?<verb>outperform|improve|reduce|enable|surpass|eliminate|require|generate|learn|support|combine|leverage|contain|cover|integrate|generali[sz]e|exceed|include|consist)(?:s|es)?\\b`,
  "iu",
);
const WITH_ITS_PREPOSITION: Readonly<Record<string, string>> = {
  consist: "consist of",
  generalize: "generalize to",
  generalise: "generalise to",
};

/** In the order in which they are offered: what a reader asks last at the end. */
const DETAILS: readonly Aspect[] = [
  {
    told: (sentence) => RESULT.test(sentence) && hasFigure(sentence),
    made: (name) => `What results does ${name} achieve?`,
    paper: (title) => `What results does ${title} report?`,
  },
  {
    told: (sentence) => DATA.test(sentence) && BENCHMARK.test(sentence),
    made: (name) => `Which benchmark comes with ${name}?`,
    paper: (title) => `Which benchmark does ${title} introduce?`,
  },
  {
    told: (sentence) => DATA.test(sentence) && !BENCHMARK.test(sentence),
    made: (name) => `What data comes with ${name}?`,
    paper: (title) => `What data does ${title} introduce?`,
  },
  {
    told: (sentence, isOpening) => !isOpening && RIVALS.test(sentence),
    made: (name) => `What is ${name} compared with?`,
    paper: (title) => `What is compared in ${title}?`,
  },
  {
    told: (sentence) => LIMITS.test(sentence),
    made: (name) => `What are the limits of ${name}?`,
    paper: (title) => `What limits does ${title} point out?`,
  },
  {
    told: (sentence) => TESTED.test(sentence),
    made: (name) => `What is ${name} tested on?`,
    paper: (title) => `What is tested in ${title}?`,
  },
  {
    told: (sentence) => /\bprov(?:e|es|en|ably)\b|\btheor(?:em|etical)/iu.test(sentence),
    made: (name) => `What is proved about ${name}?`,
    paper: (title) => `What is proved in ${title}?`,
  },
  {
    told: (sentence) => /\b(?:efficien|cost|faster|speed|latency|memory|overhead)/iu.test(sentence),
    made: (name) => `How efficient is ${name}?`,
    paper: (title) => `What does ${title} say about efficiency?`,
  },
  {
    told: (sentence) => tellsWhere(sentence),
    made: (name) => `Is the code of ${name} available?`,
    paper: (title) => `Is the code of ${title} available?`,
  },
  {
    told: (sentence, isOpening) => isOpening && PROBLEM.test(sentence),
    made: (name) => `What problem does ${name} address?`,
    paper: (title) => `What problem does ${title} address?`,
  },
];

/** Share of an abstract that tells what was there before. */
const OPENING_SHARE = 0.4;

/** The figures that a sentence gives for something with a name: `86.81% on GSM8K`. */
const ON_A_NAME = /\b(?:on|in|for) (?:the )?(?<name>[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*)/gu;

const DOINGS_ASKED = 2;

/** The sentence of an abstract, and whether the reader has not seen it yet. */
export interface AbstractSentence extends Span {
  readonly isUnread: boolean;
}

/** Questions about a paper that a sentence tells which no one has read yet, what is asked first at the beginning. */
export function aspectQuestions(
  paper: Paper,
  sentences: readonly AbstractSentence[],
  { text: name, isTitle }: QuestionName,
): readonly AspectQuestion[] {
  const read = sentences.map((span) => ({
    span,
    text: paper.abstract.slice(span.start, span.end),
    isOpening: span.start < OPENING_SHARE * paper.abstract.length,
  }));
  const asking = (aspect: Aspect) => {
    const telling = read
      .filter(({ text, isOpening }) => aspect.told(text, isOpening))
      .map(({ span }) => span);
    const text = isTitle ? aspect.paper(name) : aspect.made(name);
    return telling.some(({ isUnread }) => isUnread) ? [{ text, sentences: telling }] : [];
  };
  const onNames = read
    .filter(({ span }) => span.isUnread)
    .flatMap(({ text, span }) =>
      resultsOn(text, name, isTitle).map((question) => ({ text: question, sentences: [span] })),
    );
  // A summary answers whatever it quotes.
  const gists = GISTS.flatMap(asking).map(({ text }) => ({ text, sentences }));
  const doings = read
    .filter(({ span }) => span.isUnread)
    .flatMap(({ text, span }) =>
      doingIn(text, name, isTitle).map((question) => ({ text: question, sentences: [span] })),
    );
  return [
    ...gists.slice(0, 1),
    ...onNames.slice(0, 1),
    ...doings.slice(0, DOINGS_ASKED),
    ...DETAILS.flatMap(asking),
  ];
}

function doingIn(sentence: string, name: string, isTitle: boolean): readonly string[] {
  const groups = (isTitle ? PAPER_DOES : MADE_DOES).exec(sentence)?.groups;
  const verb = groups?.["verb"]?.toLowerCase();
  const isOther = groups?.["name"] !== undefined && groups["name"] !== name;
  return verb === undefined || isOther ? [] : [`What does ${name} ${WITH_ITS_PREPOSITION[verb] ?? verb}?`];
}

function resultsOn(sentence: string, name: string, isTitle: boolean): readonly string[] {
  if (!RESULT.test(sentence) || !hasFigure(sentence)) return [];
  const names = new Set(namesIn(sentence));
  return [...sentence.matchAll(ON_A_NAME)]
    .map(({ groups }) => groups?.["name"] ?? "")
    .filter((on) => names.has(on) && !on.includes(name) && !name.includes(on))
    .map((on) => (isTitle ? `What does ${name} report on ${on}?` : `What does ${name} achieve on ${on}?`));
}
