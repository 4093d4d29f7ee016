import { typeset } from "#model/words/typesetting.ts";

/** HTML whose texts are typeset; its elements, their attributes and what is code stay as they are. */
export const typesetMarkup = (html: string): string =>
  html.replace(/<code>[^<]*|>[^<]+/g, (part) => (part.startsWith("<code>") ? part : typeset(part)));
