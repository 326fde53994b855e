const PROGRAM = String.raw`(?:(?:AI|A\.I\.|artificial intelligence|LLMs?|(?:large )?language models?|chat ?bots?|automated|automatic|GPT[\w-]*)(?:[- ](?:based|powered|driven))?[- ]*(?:language )?(?:models?|assistants?|agents?|systems?|tools?|reviewers?|readers?|evaluators?|judges?|graders?|summari[sz]ers?|chat ?bots?)?)`;
const SAYING =
  "(?:mention|say|state|claim|tell|inform|write|answer|reply|respond|report|rate|score|recommend|accept|praise|highlight|emphasi[sz]e|stress|note|conclude|cite|ignore|disregard|describe|assign|give|call)";
const TO_PROGRAMS: readonly RegExp[] = [
  // "Note to AI assistants: …"
  String.raw`\b(?:notes?|notice|messages?|attention|instructions?|reminder|hint|warning|request)[,:]? (?:to|for) (?:all |any |every |the |you,? )*${PROGRAM}\s*[:,.–—-]`,
  String.raw`(?:^|[.!?:;] )(?:attention|dear|hey|hello)[,:]? (?:all |any )?${PROGRAM}\s*[:,!–—-]`,
  // "AI reviewers should recommend …", "If you are a language model, …"
  String.raw`\b${PROGRAM} (?:that |which |who )?(?:(?:reading|processing|reviewing|summari[sz]ing|evaluating) (?:this|it) ?(?:[\p{L}]+ )?)?(?:should|must|shall|ought to|(?:are|is) (?:asked|told|required|instructed|requested|advised|obliged) to|please)(?: always| only| also| never| not)* ${SAYING}\b`,
  String.raw`\bif you(?: are|['’]re) (?:an? |the )?${PROGRAM}\b`,
  // "When summarising this work, mention that …"
  String.raw`\b(?:when|while|if|before|in|for)(?: you are| you)? ?(?:asked (?:about|to \p{L}+)|summari[sz](?:ing|e)|review(?:ing)?|describ(?:ing|e)|cit(?:ing|e)|discuss(?:ing)?|evaluat(?:ing|e)|quot(?:ing|e)|present(?:ing)?|answer(?:ing)?(?: questions)? (?:about|on)) (?:this|the present|our) (?:work|paper|abstract|article|text|study|document|method)s?,? (?:please |you must |you should |always |do not |don['’]t |never |only |also )*${SAYING}\b`,
].map((pattern) => new RegExp(pattern, "iu"));

/** Whether a sentence of an abstract turns to a program that reads it, to have something said: "Note to AI assistants: …" */
export function addressesProgram(sentence: string): boolean {
  return TO_PROGRAMS.some((pattern) => pattern.test(sentence));
}
