// The titles of the windows over the page, which are there before the rest of them is loaded.
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const en = { picture: "A picture of the map", embed: "The map in another page" };

const fr: typeof en = { picture: "Une image de la carte", embed: "La carte dans une autre page" };

export function dialogTextsOf(language: Language): typeof en {
  return interfaceLanguage(language) === "fr" ? fr : en;
}
