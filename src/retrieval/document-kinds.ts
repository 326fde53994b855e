/** What a paper may say that it is, or that it brings. */
export type DocumentKind = "survey" | "benchmark" | "dataset";

const BRINGS =
  "\\bwe (?:[\\p{L}-]+ ){0,2}?(?:introduce|present|propose|release|build|develop|construct|create|curate|design|contribute|establish|collect|provide|publish|offer)\\b";
const PAPER_BRINGS =
  "\\bthis (?:paper|work|article|study|report) (?:[\\p{L}-]+ )?(?:introduces|presents|proposes|releases|describes|provides|develops)\\b";
const NEAR = "(?:(?![.;:!?]\\s|,? (?:to evaluate|on|across|using|over|for evaluat)\\b)[\\s\\S]){0,90}?";

const SURVEY = "(?:surveys?|reviews?|overviews?)";

const STATES: Readonly<Record<DocumentKind, { readonly title: RegExp; readonly sentence: RegExp }>> = {
  survey: {
    title: /\b(?:survey|review|overview|tutorial|roadmap)\b/iu,
    sentence: new RegExp(
      `\\b(?:this|our) (?:[\\p{L}-]+ ){0,2}?${SURVEY}\\b|\\bin this (?:[\\p{L}-]+ ){0,2}?${SURVEY}\\b|\\bwe (?:[\\p{L}-]+ ){0,2}?(?:survey|review)\\b|` +
        `(?:${BRINGS}|${PAPER_BRINGS}|\\bthis (?:paper|work|article|study|chapter|book) (?:[\\p{L}-]+ )?(?:provides|offers|gives|conducts|is)) an? (?:[\\p{L}-]+ ){0,4}?(?:survey|review|overview)\\b|` +
        "\\bthis (?:paper|work|article|study|chapter|book) (?:[\\p{L}-]+ )?(?:surveys|reviews)\\b",
      "iu",
    ),
  },
  benchmark: {
    title: /\bbenchmark(?:s|ing)?\b/iu,
    sentence: new RegExp(
      `(?:${BRINGS}|${PAPER_BRINGS})${NEAR}\\bbenchmarks?\\b|\\b(?:a|our) (?:new|novel|comprehensive) (?:[\\p{L}-]+ ){0,3}?benchmark\\b`,
      "iu",
    ),
  },
  dataset: {
    title: /\b(?:data ?sets?|corpus|corpora)\b/iu,
    sentence: new RegExp(
      `(?:${BRINGS}|${PAPER_BRINGS})${NEAR}\\b(?:data ?sets?|corpus|corpora)\\b|\\b(?:a|our) (?:new|novel|large-scale) (?:[\\p{L}-]+ ){0,3}?(?:data ?set|corpus)\\b`,
      "iu",
    ),
  },
};

/** Whether a title says that its paper is of this kind. */
export function titleStates(kind: DocumentKind, title: string): boolean {
  return STATES[kind].title.test(title);
}

/** Whether a sentence of an abstract says that its paper is of this kind, or brings what is. */
export function sentenceStates(kind: DocumentKind, sentence: string): boolean {
  return STATES[kind].sentence.test(sentence);
}
