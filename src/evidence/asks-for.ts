/** What kind of answer a question asks for, as far as its words tell. */
export interface AskedFor {
  /** Several papers: a list, a comparison, "which papers". */
  readonly severalPapers: boolean;
  /** How many papers, where the question says so: 2..9. */
  readonly paperCount?: number;
  /** A figure may be asked for: how many, how much, what accuracy. */
  readonly number: boolean;
  /** Only a figure answers. */
  readonly figureOnly: boolean;
  /** The gist of a paper: what, how, with which result. */
  readonly summary: boolean;
}

const PAPERS = "(?:papers|works|articles|studies|surveys)";
const WAYS = "(?:approaches|methods|benchmarks|datasets|routes|techniques|systems|frameworks)";
const BETWEEN = "(?:[\\w-]+ ){0,3}";

const SEVERAL_PAPERS = new RegExp(
  [
    `\\b(?:which|what|any|list|all|the|two|three|four|five|several|many|other|more|these|those) ${BETWEEN}${PAPERS}\\b(?! (?:does|is|was|did)\\b)`,
    `\\b(?:which|list|all|two|three|four|five|several|many|other|these|those) ${BETWEEN}${WAYS}\\b(?! (?:does|is|was|did)\\b)`,
    "\\bcompare\\b|\\bvs\\.?(?= )|\\bversus\\b|\\bin common\\b",
    "\\blist (?:the|all|some|every)\\b",
    "\\bdiffer(?:ences?)? (?:between|from)\\b|\\bhow do .* differ\\b",
    "\\bpapers (?:you have|that|which|on|about|do|use|deal)\\b",
    "\\b(?:one line|a line|bullet) (?:per|each|a) ?(?:paper)?\\b",
    "\\bwhat (?:has been done (?:in|on|about|with|for|since|to)|is known|do we know)\\b",
    "\\bwho\\b[^?]*\\bwho\\b[^?]*\\band who\\b",
    "\\boverview articles\\b",
  ].join("|"),
  "iu",
);

/** "How many datasets" asks for a figure, and "on how many datasets" for one more. */
const COUNTED =
  /\b(?:how many|cuánt[oa]s|combien d[e'’]|wie viele?n?|quant[ie]|quant[oa]s) (?:[\p{L}-]+ ){0,3}\p{L}+/giu;

const NUMBER =
  /\b(?:how (?:many|much|large|big|long|often|far|high|fast)|what (?:percentage|percent|share|fraction|number|score|accuracy|rate|size|speed-?up)|by how much|percent(?:age)?|accuracy|scores?|rate)\b|\b(?:wie ?viele?n?|combien|cuánt[oa]s?|quant[ieoa]s?|puntuaci[oó]n(?:es)?)\b/iu;

const FIGURE_ONLY =
  /\b(?:how (?:many|much|large|big|long|often|far|high|fast|widely)|by how (?:many|much)|(?:what|which) (?:[\w-]+ ){0,6}(?:percentages?|percent|shares?|fractions?|numbers?|scores?|accurac(?:y|ies)|rates?|sizes?|speed-?ups?|gains?|factors?))\b/iu;

const SUMMARY =
  /\b(?:tl;?dr|summari[sz]e|summary|overview of|gist|(?:main|core|key|central) (?:ideas?|messages?|points?|contributions?|ingredients?|findings?|takeaways?)|in (?:short|plain words|a nutshell|brief)|explain|what do the authors (?:\p{L}+ ){0,6}(?:claim|argue)|what is (?:the|this) paper .{0,80}\babout)\b/iu;

const COUNT = new RegExp(
  `\\b(two|three|four|five|six|seven|eight|nine|both) (?:[\\w-]+ ){0,2}(?:${PAPERS}|${WAYS})\\b`,
  "iu",
);
const COUNTS: Readonly<Record<string, number>> = {
  both: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};

/** Reads the question's wording; cheap, and wrong at times: only the form of an answer depends on it. */
export function askedFor(question: string): AskedFor {
  const severalPapers = SEVERAL_PAPERS.test(question.replace(COUNTED, "how many"));
  const paperCount = severalPapers ? COUNTS[COUNT.exec(question)?.[1]?.toLowerCase() ?? ""] : undefined;
  return {
    severalPapers,
    ...(paperCount !== undefined && { paperCount }),
    number: NUMBER.test(question),
    figureOnly: FIGURE_ONLY.test(question),
    summary: SUMMARY.test(question),
  };
}
