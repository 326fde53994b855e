/**
 * Words that begin sentences and never names, as alternatives of a regular expression. A capital alone does not tell
 * the start of a sentence (`sample.We`) from a name with a stop in it (`Dr.Spider`, `torch.Tensor`, `U.S. Order`).
 */
export const SENTENCE_OPENERS =
  "We|Our|This|These|That|Those|The|There|They|Their|It|Its|In|On|At|By|For|From|To|With|Without|Within|Through|" +
  "As|An|And|But|Or|If|So|Yet|While|When|Where|Which|Since|Because|Although|Though|Despite|Unlike|Using|Based|" +
  "However|Moreover|Furthermore|Additionally|Also|Besides|Finally|First|Second|Third|Lastly|Then|Thus|Therefore|" +
  "Hence|Here|Specifically|Notably|Overall|Instead|Recently|Recent|Currently|Surprisingly|Interestingly|Importantly|" +
  "Consequently|Nevertheless|Experiments|Experimental|Extensive|Results|Empirically|Such|Some|Many|Most|Both|Each|" +
  "After|Before|Given|Existing|Previous|Among|Across|Further|Meanwhile|Similarly|Inspired|Motivated|Compared";
