// The texts of the interface in every language, for the service and the tests. A browser has `page-catalogues.ts` in the
// place of this file, as `package.json` says: it reads one language at a time.
import type { InterfaceLanguage } from "#model/words/language.ts";
import { en } from "./en/en.ts";
import { fr } from "./fr/fr.ts";
import type { Catalogue } from "./message-types.ts";

export const CATALOGUES: Readonly<Record<InterfaceLanguage, Catalogue>> = { en, fr };
