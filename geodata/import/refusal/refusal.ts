// What is said where something that was brought is refused: phrases by their names, with what stands in them, so that each
// reader is told in a language of theirs. Reports and the API have them in English.
import type { TextFault } from "#model/words/plain-text.ts";
import { systemWords } from "#model/words/system-words.ts";
import type { RowProblem, ToldPlace } from "../row-problem.ts";
import { REFUSAL_EN } from "./refusal-en.ts";

/** The phrases in one language. */
export type RefusalWords = typeof REFUSAL_EN;

type Values<Text> = Text extends (...values: infer Some) => string ? Some : [];

/** A phrase by its name, with its values. */
export type Phrase = {
  readonly [Name in keyof RefusalWords]: readonly [Name, ...Values<RefusalWords[Name]>];
}[keyof RefusalWords];

/** Something wrong in what was brought, before it is put into words. */
export type Refusal = ToldPlace & { readonly got: Phrase; readonly allowed: Phrase };

export const isRefusal = (told: Refusal | RowProblem): told is Refusal =>
  typeof told.got !== "string";

/** What only the command line and the API tell. */
export const inEnglishAlone = ({ allowed, got, ...place }: RowProblem): Refusal => ({
  ...{ ...place, got: ["english", got], allowed: ["english", allowed] },
});

/** The phrase in the words of a language. */
export function inWords([name, ...values]: Phrase, words: RefusalWords): string {
  const text = words[name] as string | ((...values: readonly unknown[]) => string);
  return typeof text === "string" ? text : text(...values);
}

export const inEnglish = (phrase: Phrase): string => inWords(phrase, REFUSAL_EN);

/** By their English words, those that hold no values. */
const CONSTANT: ReadonlyMap<string, Phrase> = new Map(
  Object.entries(REFUSAL_EN).flatMap(([name, text]) =>
    typeof text === "string" ? [[text, [name] as unknown as Phrase] as const] : [],
  ),
);

/** The phrase that has these English words, as the rules of a document give them; the words as they are where none has. */
export const phraseOf = (words: string): Phrase => CONSTANT.get(words) ?? ["english", words];

/** The refusal as reports and the API tell it. */
export const problemOf = ({ allowed, got, ...place }: Refusal): RowProblem => ({
  ...place,
  got: inEnglish(got),
  allowed: inEnglish(allowed),
});

/** Of a text with a character that no text may have. */
export const textRefusal = ({ allowed, at, code }: TextFault): readonly [Phrase, Phrase] => [
  ["character-at", code, at],
  phraseOf(allowed),
];

/** Of a file that could not be read: what the system says of it, or the error by its own words. */
export function unreadable(error: unknown): Pick<Refusal, "got" | "allowed"> {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  const isOfSystem = systemWords(error) !== undefined;
  return {
    got: isOfSystem ? ["unreadable-file", String(code)] : ["failed-file", String(error)],
    allowed: ["readable-file"],
  };
}

/** Why something is not what it was taken for; the message is English. */
export class NotTaken extends Error {
  readonly got: Phrase;

  constructor(got: Phrase) {
    super(inEnglish(got));
    this.got = got;
  }
}
