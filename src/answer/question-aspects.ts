import type { Paper } from "../domain/paper.ts";
import type { Span } from "../domain/passage.ts";
import { hasFigure } from "../evidence/figures.ts";
import { tellsWhere } from "../evidence/sentence-features.ts";
import { namesIn } from "../question/named-papers.ts";
import type { QuestionName } from "./name-in-question.ts";
import { topicsIn } from "./topics-in.ts";

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

const FINDS =
  /\b(?:(?:we|this (?:paper|work|study|survey)|(?:our |the |these |experimental |empirical )*(?:results|experiments|findings|analys[ei]s|evaluations?|study|work)) (?:\p{L}+ly |also |further |then )*(?:find|found|show|demonstrate|reveal|observe|indicate|suggest|conclude|discover|identify|prove|confirm)(?:s|ed)?\b)/iu;
const RECOMMENDS =
  /\b(?:we|this (?:paper|work|study)) (?:\p{L}+ly |also |further |then )*(?:recommend|argue|advocate|call for)/iu;
const HAS_PARTS =
  /\b(?:consist(?:s|ing)? of|compris|composed of|components|modules|stages|phases|steps|parts|combin|integrat)/iu;
const PROPOSES =
  /\b(?:we|our \w+|this (?:paper|work|study))\b[^.]{0,40}\b(?:propos|introduc|present|develop|design)/iu;

function tellsHow(sentence: string, isOpening: boolean): boolean {
  return !isOpening && METHOD.test(sentence) && !FINDS.test(sentence);
}

/** What the authors do and how it works: the wording is that of what the sentence says. */
const METHODS: readonly Aspect[] = [
  {
    told: (sentence, isOpening) => tellsHow(sentence, isOpening) && HAS_PARTS.test(sentence),
    made: (name) => `What does ${name} consist of?`,
    paper: (title) => `What does the method of ${title} consist of?`,
  },
  {
    told: (sentence) => PROPOSES.test(sentence),
    made: (name) => `What is new about ${name}?`,
    paper: (title) => `What do the authors of ${title} propose?`,
  },
  {
    told: tellsHow,
    made: (name) => `How does ${name} work?`,
    paper: (title) => `How does the method of ${title} work?`,
  },
];

const FINDINGS: readonly Aspect[] = [
  {
    told: (sentence) => FINDS.test(sentence),
    made: (name) => `What do the experiments with ${name} show?`,
    paper: (title) => `What do the authors of ${title} find?`,
  },
  {
    told: (sentence) => RECOMMENDS.test(sentence),
    made: (name) => `What do the authors of ${name} argue for?`,
    paper: (title) => `What do the authors of ${title} argue for?`,
  },
];

/** What is asked last stands at the end. */
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
    paper: (title) => `What do the authors of ${title} compare their results with?`,
  },
  {
    told: (sentence) => LIMITS.test(sentence),
    made: (name) => `What are the limits of ${name}?`,
    paper: (title) => `What limits does ${title} point out?`,
  },
  {
    told: (sentence) => TESTED.test(sentence),
    made: (name) => `What is ${name} tested on?`,
    paper: (title) => `What do the authors of ${title} test?`,
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
    told: (sentence, isOpening) => isOpening && PROBLEM.test(sentence) && !PROPOSES.test(sentence),
    made: (name) => `What problem does ${name} address?`,
    paper: (title) => `What problem does ${title} address?`,
  },
];

/** Share of an abstract that tells what was there before. */
const OPENING_SHARE = 0.4;

/** The figures that a sentence gives for something with a name: `86.81% on GSM8K`. */
const ON_A_NAME = /\b(?:on|in|for) (?:the )?(?<name>[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*)/gu;

/** The sentence of an abstract, and whether the reader has not seen it yet. */
export interface AbstractSentence extends Span {
  readonly isUnread: boolean;
}

/** Questions about a paper that a sentence tells which no one has read yet, what is asked first at the beginning. */
export function aspectQuestions(
  paper: Paper,
  sentences: readonly AbstractSentence[],
  name: QuestionName,
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
    const text = name.isTitle ? aspect.paper(name.text) : aspect.made(name.text);
    return telling.some(({ isUnread }) => isUnread) ? [{ text, sentences: telling }] : [];
  };
  const ofEach = (questionsIn: (sentence: string) => readonly string[]) =>
    read
      .filter(({ span }) => span.isUnread)
      .flatMap(({ text, span }) =>
        questionsIn(text).map((question) => ({ text: question, sentences: [span] })),
      );
  return [
    ...ofEach((sentence) => resultsOn(sentence, name)).slice(0, 1),
    ...METHODS.flatMap(asking),
    ...FINDINGS.flatMap(asking),
    ...DETAILS.flatMap(asking),
    ...ofEach((sentence) => topicsIn(sentence, paper).map((topic) => aboutTopic(topic, name))),
  ];
}

function resultsOn(sentence: string, { text: name, isTitle }: QuestionName): readonly string[] {
  if (!RESULT.test(sentence) || !hasFigure(sentence)) return [];
  const names = new Set(namesIn(sentence));
  return [...sentence.matchAll(ON_A_NAME)]
    .map(({ groups }) => groups?.["name"] ?? "")
    .filter((on) => names.has(on) && !on.includes(name) && !name.includes(on))
    .map((on) => (isTitle ? `What does ${name} report on ${on}?` : `What does ${name} achieve on ${on}?`));
}

function aboutTopic(topic: string, { text: name, isTitle }: QuestionName): string {
  return isTitle
    ? `What does ${name} say about ${topic}?`
    : `What does the ${name} paper say about ${topic}?`;
}
