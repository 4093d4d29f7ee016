// What is said before the texts of a language are there, and where they do not come: in all languages at once.
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";

const en = {
  loading: "Loading the map…",
  loadFailed: "The data could not be loaded.",
  unreadable: (found: string) =>
    `The service sent something that this page cannot read: ${found}. Load it again.`,
  pageFault: (fault: string) =>
    `This page has a fault and cannot show the map: ${fault}. The data are not the cause.`,
  retry: "Try again",
};

export type LoadingTexts = typeof en;

const fr: LoadingTexts = {
  loading: "Chargement de la carte…",
  loadFailed: "Les données n’ont pas pu être chargées.",
  unreadable: (found) =>
    `Le service a envoyé quelque chose que cette page ne peut pas lire : ${found}. Rechargez-la.`,
  pageFault: (fault) =>
    `Cette page a un défaut et ne peut pas montrer la carte : ${fault}. Les données n’y sont pour rien.`,
  retry: "Réessayer",
};

const TEXTS: Readonly<Record<InterfaceLanguage, LoadingTexts>> = { en, fr };

export const loadingTextsOf = (language: Language): LoadingTexts =>
  TEXTS[interfaceLanguage(language)];
