// The spaces of a text as they are set. Whoever writes a text, and whoever searches it, has plain ones.

/** What may stand in need of it; most texts have none. */
const SPACED = / [:;?!»]|« /;

/**
 * The text with spaces that never end a line around double punctuation, as French has it: narrow before `;`, `?` and `!`,
 * whole before `:` and within « » (Lexique des règles typographiques en usage à l’Imprimerie nationale). Other languages
 * put no space there, and keep their texts as they are. Setting a text twice changes nothing.
 */
export function typeset(text: string): string {
  if (!SPACED.test(text)) return text;
  return text
    .replace(/ ([;?!])/g, "\u202f$1")
    .replace(/ ([:»])/g, "\u00a0$1")
    .replaceAll("« ", "«\u00a0");
}
