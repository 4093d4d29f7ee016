// Characters that no text of ours may carry on: they end files before their time, or reorder what stands beside them.

/**
 * Control characters but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF: XML 1.0 allows none of them,
 * and no reader can see one.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/u;
/** Embeddings, overrides and isolates of direction (Unicode TR 9, 2.1 to 2.5). Marks of direction (LRM, RLM) are harmless. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/u;
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");
const EVERY_REORDERING = new RegExp(REORDERING, "gu");
/** What `oneLine` may have to change; most texts have none of it. */
const SUSPECT = /[\p{Cc}\p{Cs}\p{M}\u1100-\u11ff\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** The text without characters that cannot be printed. Whatever is written into XML, PDF or a header goes through this. */
export function printable(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(EVERY_UNPRINTABLE, "") : text;
}

/** The text as it is set in one line: printable, composed (NFC), no line breaks, and nothing that turns its neighbours. */
export function oneLine(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return printable(text)
    .replace(/[\t\n\r]+/g, " ")
    .replace(EVERY_REORDERING, "")
    .normalize("NFC");
}

/** The first character that cannot be printed or that reorders others, as `U+0007`; undefined where there is none. */
export function unprintableIn(text: string): string | undefined {
  const [found] = UNPRINTABLE.exec(text) ?? REORDERING.exec(text) ?? [];
  const code = found?.codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
