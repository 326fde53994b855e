/** What kind of answer a question asks for, as far as its words tell. */
export interface AskedFor {
  /** Several papers: a list, a comparison, "which papers". */
  readonly severalPapers: boolean;
  /** A figure: how many, how much, what accuracy. */
  readonly number: boolean;
  /** What something is, or the gist of a paper. */
  readonly gist: boolean;
}

const SEVERAL_PAPERS = new RegExp(
  [
    "\\b(?:which|what|any|list|all|the|two|three|four|five|several|many|other|more|these|those) (?:\\w+ ){0,3}(?:papers|works|articles|studies|surveys|approaches|methods|benchmarks|datasets|routes|overview articles)\\b(?! does| is| was| did)",
    "\\bcompare\\b",
    "\\blist (?:the|all|some|every)\\b",
    "\\bdiffer(?:ences?)? (?:between|from)\\b|\\bhow do .* differ\\b",
    "\\bpapers (?:you have|that|which|on|about|do|use|deal)\\b",
    "\\b(?:one line|a line|bullet) (?:per|each|a) ?(?:paper)?\\b",
    "\\bwhat (?:has been done|is known|do we know)\\b",
  ].join("|"),
  "iu",
);

const NUMBER =
  /\b(?:how (?:many|much|large|big|long|often|far|high|fast)|what (?:percentage|percent|share|fraction|number|score|accuracy|rate|size|speed-?up)|by how much|percent(?:age)?|accuracy|scores?|rate)\b/iu;

const GIST =
  /\b(?:what (?:is|are|does)|who is|tl;?dr|summari[sz]e|summary|overview|gist|main (?:idea|message|point|contribution|ingredients?)|core idea|in (?:short|plain words|a nutshell)|explain|claim)\b/iu;

/** Reads the question's wording; cheap, and wrong at times: only the form of an answer depends on it. */
export function askedFor(question: string): AskedFor {
  return {
    severalPapers: SEVERAL_PAPERS.test(question),
    number: NUMBER.test(question),
    gist: GIST.test(question),
  };
}
