/** Stands for a URL while the text around it is rewritten: a character of the private use area, which is no letter. */
export const URL_MARK = "\uE000";

/**
 * With a scheme, with `www.`, or a host name with a path. A URL ends before white space and what can't stand in one;
 * closing punctuation belongs to the sentence. Host names are bounded as DNS bounds them, which also bounds the search.
 */
const URL =
  /(?:(?:https?|ftp):\/\/|(?<![a-z\d.@-])(?:www\.|[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,8}\.[a-z]{2,24}(?::\d{1,5})?\/))[^\s{}<>"`\\|^]*[^\s{}<>"`\\|^.,;:!?'()[\]*_~$]/;
const MARK_OR_URL = new RegExp(`${URL_MARK}|${URL.source}`, "gi");

/** Rewrites the text while each URL is replaced by `URL_MARK`, and puts the URLs back. `rewrite` must keep the marks. */
export function rewriteAroundUrls(text: string, rewrite: (marked: string) => string): string {
  const kept: string[] = [];
  const marked = text.replace(MARK_OR_URL, (url) => {
    kept.push(url);
    return URL_MARK;
  });
  let next = 0;
  return rewrite(marked).replaceAll(URL_MARK, () => kept[next++] ?? "");
}
