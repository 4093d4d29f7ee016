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
/** What `textFault` has to look at more closely; most texts have none of it. */
const REFUSED = new RegExp(`${UNPRINTABLE.source}|${REORDERING.source}|\ufffd`, "u");
/** Letters and signs of most texts, none of which is refused. */
const COMMON = /^[\t\n\r\u0020-\u007e\u00a0-\u1fff\u2010-\u2027\u202f-\u2065\u2070-\ud7ff]*$/;
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

/** Embeddings and isolates that begin, and what ends each. */
const DIRECTION_ENDS: Readonly<Record<string, string>> = {
  "\u202a": "\u202c",
  "\u202b": "\u202c",
  "\u2066": "\u2069",
  "\u2067": "\u2069",
  "\u2068": "\u2069",
};
const OVERRIDES = /[\u202d\u202e]/;

/** What is wrong with a text, and what would be right. */
export type TextFault = {
  readonly got: string;
  readonly allowed: string;
  /** The character that is wrong, in hexadecimal digits, and which of the text it is, from 1. */
  readonly code: string;
  readonly at: number;
};

/**
 * The one rule of what characters a text may be of, whoever gives it (a package, a query): all that can be printed, and
 * directions of writing that end where they began. Undefined where nothing is wrong.
 */
export function textFault(text: string): TextFault | undefined {
  if (COMMON.test(text) || text.search(REFUSED) === -1) return undefined;
  const fault = text.search(UNPRINTABLE);
  if (fault !== -1) return faultAt(text, fault, allowedInPlaceOf(text.charCodeAt(fault)));
  const replacement = text.indexOf("\ufffd");
  if (replacement !== -1)
    return faultAt(text, replacement, "a text in UTF-8: this stands for bytes that are not");
  const override = text.search(OVERRIDES);
  if (override !== -1) return faultAt(text, override, "text that is read as it is written");
  const open = openDirection(text);
  return open === undefined
    ? undefined
    : faultAt(text, open, "a direction of writing that ends in the same text");
}

function faultAt(text: string, at: number, allowed: string): TextFault {
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return { got: `U+${code} as character ${at + 1}`, allowed, code, at: at + 1 };
}

/** Where a direction begins that does not end, or ends that did not begin. */
function openDirection(text: string): number | undefined {
  const open: { readonly at: number; readonly end: string }[] = [];
  for (const { 0: character, index } of text.matchAll(EVERY_REORDERING)) {
    const end = DIRECTION_ENDS[character];
    if (end !== undefined) open.push({ at: index, end });
    else if (open.pop()?.end !== character) return index;
  }
  return open[0]?.at;
}

function allowedInPlaceOf(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return "both halves of a surrogate pair";
  if (code >= 0x80 && code <= 0x9f)
    return "text without control characters (a text in Windows-1252 has to be saved as UTF-8)";
  return "text without control characters; tabs and line breaks may stand";
}
