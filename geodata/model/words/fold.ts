// How words are found whatever their capitals, accents and vowel points: the one definition, by which words are stored when
// a dataset is loaded, and by which a question is read, in the page and in the service.

/**
 * Marks that readers leave out, of a text whose letters are decomposed: accents, and the vowel points of Arabic, Hebrew
 * and Syriac. Not those of scripts whose vowels are marks (Devanagari, Thai), nor those that make another consonant (Kana).
 */
export const MARKS =
  /(?![\u3099\u309a])(?=\p{Mn})[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Cyrl}\p{sc=Copt}\p{sc=Ethi}\p{sc=Samr}]/gu;

/** What is no letter though it stands among them: signs of direction and joining, soft hyphens, the Arabic lengthening. */
const UNSEEN = /[\p{Cf}\u0640]/gu;
/** Signs of transliteration for letters that Latin has not: ʿAyn, luʾluʾ, alʹ. */
const TRANSLITERATED = /[\u02b9-\u02bb\u02bd-\u02bf\u02c8\u02cc]/g;

/** Letters that Unicode does not decompose, and that are written without. */
const OTHERS: Readonly<Record<string, string>> = {
  // Latin
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŧ: "t" },
  // Greek, at the end of a word
  ς: "σ",
  // Arabic, as Arabic and Persian are typed
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" },
};
const SOME_OTHER = new RegExp(`[${Object.keys(OTHERS).join("")}]`, "gu");

/** The zeros of other digits than those of ASCII; the nine that follow them are in their order. */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xbe6, 0xe50, 0xf20, 0x1040, 0x17e0];
const SOME_DIGIT = new RegExp(
  `[${ZEROS.map((zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`).join("")}]`,
  "gu",
);

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code <= one + 9) ?? code;
  return String(code - zero);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const PLAIN = /^[\u0000-\u007f]*$/;

/**
 * The text without what one may leave out or write otherwise: capitals, accents, vowel points, full-width forms,
 * ligatures, digits of other scripts. "évacuation" as "evacuation", "ＡＢＣ" as "abc", "أَدِيرة" as "اديره".
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(UNSEEN, "")
    .replace(TRANSLITERATED, "")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(SOME_OTHER, (letter) => OTHERS[letter] ?? letter)
    .replace(SOME_DIGIT, asciiDigit)
    .normalize("NFC");
}

/** Where no spaces are written, each sign is a word: a question is found wherever it stands in a sentence. */
export const WORD =
  /(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]\p{M}*|(?:(?!(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(WORD) ?? [];
}

/** Letters of a word that are kept: as many as a question may have. */
export const LONGEST_WORD = 200;

/** Texts made ready for `containsWords`. */
export const searchable = (texts: readonly string[]): string =>
  wordsOf(texts.join(" "))
    .map((word) => ` ${word}`)
    .join("");

/** True when every word of the query begins a word of the texts. An empty query is in every text. */
export function containsWords(ready: string, query: string): boolean {
  return wordsOf(query).every((word) => ready.includes(` ${word}`));
}
