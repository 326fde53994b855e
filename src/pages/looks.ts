/** The longest title of the five pages has 129 characters, the shortest abstract 1,376: between lies nobody's land. */
const TITLE_CHARACTERS = 250;

/** Words of four letters or more are the ones that titles capitalise; below four such words the ratio says nothing. */
const LONG_WORD = /\p{L}{4,}/gu;
const CAPITALISED_WORD = /\p{Lu}[\p{L}]{3,}/gu;

/** Short, no full stop at its end, and most long words capitalised, as headings are. */
export function looksLikeTitle(text: string): boolean {
  if (!looksLikeLabel(text)) return false;
  const words = text.match(LONG_WORD) ?? [];
  const capitalised = text.match(CAPITALISED_WORD) ?? [];
  return words.length >= 4 && capitalised.length >= words.length * 0.7;
}

/** Short and no full stop at its end: may be a title, may be a very short abstract. */
export function looksLikeLabel(text: string): boolean {
  return text.trim().length < TITLE_CHARACTERS && !endsSentence(text);
}

/** Too long for a title and made of sentences. */
export function looksLikeAbstract(text: string): boolean {
  return text.trim().length >= TITLE_CHARACTERS && (endsSentence(text) || /\p{Ll}\.\s+\p{Lu}/u.test(text));
}

/** A question or exclamation mark ends titles too, and so does `...`; a full stop hardly ever does. */
function endsSentence(text: string): boolean {
  return /(?<!\.)\.["')\]]*$/.test(text.trimEnd());
}
