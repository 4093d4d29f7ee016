export const LANGUAGES = ["en", "fr"] as const;
/** A language that the product and its data speak completely. */
export type Language = (typeof LANGUAGES)[number];

/** What the languages are called in English. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", fr: "French" };

/** The same text in every language. */
export type Localized = { readonly [language in Language]: string };
