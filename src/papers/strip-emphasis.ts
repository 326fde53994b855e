/**
 * Markdown's emphasis around a word or a few, bounded so that hostile text costs linear time. An asterisk after a
 * letter opens none, which keeps the language F* and A* search; one before a space is a bullet.
 */
const ASTERISKS = /(?<![\p{L}\p{N}*)\]])(\*{1,3})(?=[^\s*])([^*]{1,200})(?<!\s)\1(?![\p{L}\p{N}*])/gu;
const UNDERSCORED = /(?<![\p{L}\p{N}_/\\)\]}])_(?=\p{L})([^_]{1,200})(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}_(])/gu;

/** Strips the marks of Markdown's `**bold**`, `*italic*` and `_italic_`, and keeps the words. */
export function stripEmphasis(text: string): string {
  return text.replace(ASTERISKS, "$2").replace(UNDERSCORED, "$1");
}
