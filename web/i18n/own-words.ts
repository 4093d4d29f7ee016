// What is asked of a column that a dataset has of its own, and its values, in words.
import type { OwnChoice, OwnColumn, OwnCondition } from "#model/question/own-column.ts";
import { numberIn } from "#model/question/own-column.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import { formatNumber } from "./format.ts";
import type { Messages } from "./messages.ts";

/** Every digit that the data have; thousands are set apart from five digits on, so that years stay as they are. */
export function numberInFull(value: number, unit: string | null, language: Language): string {
  const number = formatNumber(value, language, { maximumFractionDigits: 20, useGrouping: "min2" });
  return unit === null ? number : `${number} ${unit}`;
}

/** A value as it is listed. */
export function ownValue(
  type: OwnColumn["type"],
  value: string,
  unit: string | null,
  language: Language,
  texts: Messages,
): string {
  if (type === "boolean") return value === "true" ? texts.yes : texts.no;
  const number = type === "text" ? undefined : numberIn(type, value);
  return number === undefined ? value : boundInWords(type, number, unit, language);
}

const boundInWords = (
  type: OwnColumn["type"],
  value: number,
  unit: string | null,
  language: Language,
) => (type === "day" ? labelDay(value as Day, language) : numberInFull(value, unit, language));

/** The parts of what is asked that can be taken away one by one, and what is asked without each. */
export function ownInWords(
  { asked, type }: OwnCondition,
  unit: string | null,
  language: Language,
  texts: Messages,
): readonly { readonly text: string; readonly left: OwnChoice | null }[] {
  if (asked.kind === "values")
    return asked.values.map((value) => {
      const values = asked.values.filter((other) => other !== value);
      return {
        text: ownValue(type, value, unit, language, texts),
        left: values.length > 0 ? { ...asked, values } : null,
      };
    });
  const [from, until] = [asked.from, asked.until].map((bound) =>
    bound === null ? null : boundInWords(type, bound, unit, language),
  );
  return [{ text: texts.rangeBetween(from ?? null, until ?? null), left: null }];
}
