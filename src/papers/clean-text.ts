import { cleanLatex } from "./clean-latex.ts";
import { rewriteAroundUrls } from "./rewrite-around-urls.ts";
import { spaceSentences } from "./space-sentences.ts";
import { stripEmphasis } from "./strip-emphasis.ts";

/**
 * One round can lay open what the next one cleans (an accent in braces in emphasis). Real texts settle after two rounds;
 * text that has not settled after this many was not written by people, and is left alone.
 */
const MAX_ROUNDS = 6;

/**
 * Cleans a title or abstract for reading: LaTeX and Markdown become plain text, paragraphs become single lines with an
 * empty one between them. Digits keep their order, URLs every character, and what can't be restored stays as it is.
 * Cleaning what is clean changes nothing; takes linear time and never throws.
 */
export function cleanText(raw: string): string {
  return paragraphs(raw)
    .map(cleanParagraph)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function paragraphs(raw: string): string[] {
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of raw.split(/\r\n|\r|\n/)) {
    const isBlank = line.trim() === "";
    if (!isBlank && isOpen) paragraphs.at(-1)?.push(line);
    else if (!isBlank) paragraphs.push([line]);
    isOpen = !isBlank;
  }
  return paragraphs.map((lines) => lines.join(" "));
}

function cleanParagraph(raw: string): string {
  const original = singleSpaces(raw);
  let text = original;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const cleaned = singleSpaces(rewriteAroundUrls(text, cleanOnce));
    if (cleaned === text) return text;
    text = cleaned;
  }
  return original;
}

function cleanOnce(text: string): string {
  return spaceSentences(stripEmphasis(cleanLatex(text.normalize("NFC"))));
}

function singleSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
