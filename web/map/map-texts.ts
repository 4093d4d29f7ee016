// What the map itself says: how it is moved by keys, and by gestures in a page that scrolls.
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const en = {
  keys: "Map: arrow keys move it, + and − zoom, Enter goes from mark to mark, Space opens one",
  wheel: "Ctrl + scroll zooms the map",
  wheelOnMac: "⌘ + scroll zooms the map",
  fingers: "Two fingers move the map",
};

const fr: typeof en = {
  keys: "Carte : les flèches la déplacent, + et − changent l’échelle, Entrée va de repère en repère, Espace en ouvre un",
  wheel: "Ctrl + molette pour zoomer sur la carte",
  wheelOnMac: "⌘ + défilement pour zoomer sur la carte",
  fingers: "Déplacez la carte avec deux doigts",
};

export type MapTexts = typeof en;

export function mapTextsOf(language: Language): MapTexts {
  return interfaceLanguage(language) === "fr" ? fr : en;
}

/** MapLibre's names for what is said when a gesture is left to the page around. */
export function gestureWords(language: Language): Record<string, string> {
  const { wheel, wheelOnMac, fingers } = mapTextsOf(language);
  return {
    "CooperativeGesturesHandler.WindowsHelpText": wheel,
    "CooperativeGesturesHandler.MacHelpText": wheelOnMac,
    "CooperativeGesturesHandler.MobileHelpText": fingers,
  };
}
