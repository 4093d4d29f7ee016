export const LANGUAGES = ["en", "fr"] as const;
/** A language that the product and its data speak completely. */
export type Language = (typeof LANGUAGES)[number];

/** The same text in every language. */
export type Localized = { readonly [language in Language]: string };
