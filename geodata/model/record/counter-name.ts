import type { Language } from "../words/language.ts";
import type { Claim } from "./claim.ts";

/** Who counted, in the language where the data say it; `isTranslated` is false where they say it in English alone. */
export function counterName(
  { countedBy, countedByFr }: Pick<Claim, "countedBy" | "countedByFr">,
  language: Language,
): { readonly name: string; readonly isTranslated: boolean } {
  if (language === "en") return { name: countedBy, isTranslated: true };
  return { name: countedByFr ?? countedBy, isTranslated: countedByFr !== null };
}
