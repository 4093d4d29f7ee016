import { interfaceLanguage, type Language } from "#model/words/language.ts";
import type { AskedSize } from "#web/view/address/picture-size.ts";
import { pictureTextsOf } from "./picture-texts.ts";

/** Why a picture is not drawn that is too small for what it must say, and what is `needed`; undefined: no size has room. */
export function sizeWords(needed: AskedSize | undefined, language: Language): string {
  const isFrench = interfaceLanguage(language) === "fr";
  const why = isFrench
    ? "La date, la légende, l’échelle, les sources, le crédit et l’adresse n’y tiennent pas"
    : "Date, key, scale, sources, credit and address have no room on it";
  if (needed === undefined)
    return isFrench
      ? `${why}, à aucune taille : choisissez moins de dates ou un titre plus court.`
      : `${why}, at any size: choose fewer dates, or a shorter title.`;
  const least = nameOf(needed, language);
  return isFrench ? `${why} : il faut au moins ${least}.` : `${why}: it takes at least ${least}.`;
}

/** `1200 × 630 pixels`, `A4, landscape` */
function nameOf(size: AskedSize, language: Language): string {
  const texts = pictureTextsOf(language);
  if ("width" in size) return `${size.width} × ${size.height} pixels`;
  const { orientation, paper } = size;
  return [texts.sizes[paper], orientation && texts.orientation[orientation].toLowerCase()]
    .filter(Boolean)
    .join(", ");
}
