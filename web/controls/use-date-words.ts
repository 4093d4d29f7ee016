import { shownDateInWords } from "#web/state/date-in-words.ts";
import { useApp } from "./app-context.ts";

/** The same in a component, which renders again when it changes. */
export function useDateWords(): string {
  return shownDateInWords(useApp());
}
