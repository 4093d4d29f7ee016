// The words of the workbench, which no other page needs.
import type { InterfaceLanguage } from "#model/words/language.ts";
import { en, type NewTexts } from "./en.ts";
import { fr } from "./fr.ts";

const TEXTS: Readonly<Record<InterfaceLanguage, NewTexts>> = { en, fr };

export const newTextsOf = (language: InterfaceLanguage): NewTexts => TEXTS[language];

export type { NewTexts };
