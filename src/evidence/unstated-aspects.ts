/** What is told about papers elsewhere and hardly ever in their abstracts: how it is asked for, and what an abstract that tells it has. */
const ASPECTS: readonly { readonly asked: RegExp; readonly stated: RegExp }[] = [
  // Abstracts name no authors.
  {
    asked:
      /\bwho (?:wrote|authored|is the (?:first |lead )?author|are the authors?)\b|\bauthors['’] (?:names|affiliations)\b/iu,
    stated: /(?!)/u,
  },
  {
    asked: /\b(?:which|what) universit(?:y|ies)\b|\baffiliat\w+\b/iu,
    stated: /\buniversit(?:y|ies)\b|\baffiliat\w+\b/iu,
  },
  {
    asked:
      /\b(?:which|what) year\b|\bwhen (?:was|were|is|did)\b.{0,60}\b(?:published|released|written|presented|appear)/iu,
    stated: /\b(?:19|20)\d\d\b/u,
  },
  {
    asked:
      /\b(?:which|what) (?:conference|venue|journal|workshop)\b|\b(?:accepted|published|presented) (?:at|in|by) (?:which|what)\b/iu,
    stated: /\b(?:conference|venue|journal|workshop|proceedings|shared task)\b/iu,
  },
  { asked: /\blicen[cs]e/iu, stated: /\blicen[cs]/iu },
  { asked: /\blearning rate/iu, stated: /\blearning rate/iu },
  { asked: /\boptimi[sz]er\b/iu, stated: /\boptimi[sz]er/iu },
  { asked: /\bbatch size/iu, stated: /\bbatch size/iu },
  {
    asked: /\b(?:which|what|how many) (?:hardware|accelerators?|[GT]PUs?)\b/iu,
    stated: /\b(?:hardware|accelerators?|[GT]PUs?|[AH]100s?)\b/u,
  },
  {
    asked: /\b(?:dollars?|USD|price)\b|\bhow much (?:does|did) .{0,60}\bcost\b|\bcost\b.{0,30}\bdollars?\b/iu,
    stated: /\$|\b(?:dollars?|USD|prices?|costs?)\b/iu,
  },
  {
    asked: /\bwho (?:funded|paid|sponsored)\b|\bfunding\b/iu,
    stated: /\b(?:fund(?:ed|ing)|grant|sponsor\w*)\b/iu,
  },
];

/** Whether a question asks for something that papers tell outside of their abstracts, and this abstract has no word for it. */
export function asksForUnstatedAspect(question: string, abstract: string): boolean {
  return ASPECTS.some(({ asked, stated }) => asked.test(question) && !stated.test(abstract));
}
