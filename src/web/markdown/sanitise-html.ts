import DOMPurify from "dompurify";

/** What the Markdown of an answer can make, and nothing else: no image, no form, no class, no identifier. */
const ALLOWED_TAGS = [
  ...["p", "h3", "ul", "ol", "li", "blockquote", "hr", "br", "pre", "code", "em", "strong", "del", "a"],
  ...["div", "table", "thead", "tbody", "tr", "th", "td"],
];

/** HTML made from an answer's Markdown, as nodes that can't run, load or send anything. Links lead outside or to papers, and open in a tab of their own. */
export function sanitiseHtml(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ["href", "start", "align", "tabindex"],
    // Other attributes than addresses are tested by the pattern for addresses unless they stand here.
    ADD_URI_SAFE_ATTR: ["start", "align", "tabindex"],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|\/papers(?:[?/]|$))/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll("a")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
  return fragment;
}
