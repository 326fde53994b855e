/** The archives of ids from before April 2007; https://info.arxiv.org/help/arxiv_identifier.html */
const ARCHIVE =
  "(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|" +
  "funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|" +
  "q-bio|quant-ph|solv-int|supr-con)";
const MONTH = "(?:0[1-9]|1[0-2])";

/** Year and month, then a number of four digits until 2014 and of five since. */
const NEW = `(?:(?:0[7-9]|1[0-4])${MONTH}\\.\\d{4}|(?:1[5-9]|[2-9]\\d)${MONTH}\\.\\d{5})`;
/** With or without its class: `math.GT/0309136` is `math/0309136`. */
const OLD = `${ARCHIVE}(?:\\.[a-z]{2})?/\\d{2}${MONTH}\\d{3}`;

const PREFIX = "(?:(?:https?://)?(?:dx\\.)?doi\\.org/)?(?:10\\.48550/)?arxiv(?:\\.org)?(?:\\s?:\\s?|[.\\s])";
const ADDRESS =
  "(?:https?://)?(?:[a-z]+\\.)?(?:arxiv\\.org/(?:abs|pdf|html|ps|format|src|e-print)|ar5iv(?:\\.labs\\.arxiv)?\\.org/(?:abs|html)|" +
  "alphaxiv\\.org/abs|huggingface\\.co/papers)/";
const BEHIND = "(?:v\\d{1,3})?(?:\\.pdf)?(?![\\p{L}\\p{N}%]|\\.\\p{N})";

const PLACE = new RegExp(
  `(?<![\\p{L}\\p{N}/.,:$€£-])(?:(?<written>${ADDRESS}|${PREFIX})\\[?)?(?:(?<old>${OLD})|(?<new>${NEW}))${BEHIND}(?:(?<=/\\S+)[?#][^\\s“”"<>)\\]]*)?`,
  "giu",
);

/** Nothing but a number, whatever punctuation stands around it. */
const ALONE = /^[\s"'“”‘’([<]*[\d.]+(?:v\d{1,3})?[\s"'“”‘’)\]>.,;:!?]*$/iu;

/** An arXiv id in a text, with what belongs to it: `https://arxiv.org/abs/2406.02528v2`. Offsets are UTF-16 code units, end exclusive. */
export interface ArxivIdPlace {
  /** Without its version. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Whether it can be nothing else. A bare number in running text may be a figure. */
  readonly isSure: boolean;
}

/** Everything in a text that is an arXiv id or may be one. */
export function arxivIdPlaces(text: string): readonly ArxivIdPlace[] {
  const isAlone = ALONE.test(text);
  return [...text.matchAll(PLACE)].map(({ 0: whole, index, groups }) => ({
    // An archive and seven digits are nothing else, wherever they stand.
    isSure: isAlone || groups?.["written"] !== undefined || groups?.["old"] !== undefined,
    id: (groups?.["old"] ?? groups?.["new"] ?? "").toLowerCase().replace(/\.[a-z]{2}\//u, "/"),
    start: index,
    end: index + whole.length,
  }));
}

/**
 * The arXiv id that a text is, or holds, without its version: `2406.02528`, `hep-th/9901001`, behind `arXiv:` or in an
 * address. A bare number counts only where the text is nothing else. Undefined where there is none.
 */
export function readArxivId(text: string): string | undefined {
  return arxivIdPlaces(text).find(({ isSure }) => isSure)?.id;
}
