// Characters that no text of a package may hold: XML, headers and cells cannot carry them, or nobody can see them.
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffd-\uffff]/u;

/** What of a text is wrong by its characters, and what would be right; undefined when nothing is. */
export function unwantedCharacter(text: string): { got: string; allowed: string } | undefined {
  const at = text.search(UNWANTED);
  if (at === -1) return undefined;
  const code = text.charCodeAt(at);
  const hex = code.toString(16).toUpperCase().padStart(4, "0");
  return { got: `U+${hex} as character ${at + 1}`, allowed: allowedInPlaceOf(code) };
}

function allowedInPlaceOf(code: number): string {
  if (code === 0xfffd) return "a file in UTF-8: this stands for bytes that are not";
  if (code >= 0xd800 && code <= 0xdfff) return "both halves of a surrogate pair";
  if (code >= 0x80 && code <= 0x9f)
    return "text without control characters (a file in Windows-1252 has to be saved as UTF-8)";
  return "text without control characters; tabs and line breaks may stand";
}
