// What a file without a descriptor is called, and what its texts and days are in: as it is said, or by default.
import { quote } from "#model/problem.ts";
import { isTimeZone } from "#model/time/time-zone.ts";
import { parseLanguage } from "#model/words/language.ts";
import { isEncoding } from "../files/decode-bytes.ts";
import type { Findings } from "../findings.ts";
import { spokenHeadings } from "../guess/headings.ts";
import { DATE_ORDERS, type DateOrder, type Mapping } from "../mapping/mapping.ts";
import { presetCalled } from "../presets/find-preset.ts";
import { PRESETS } from "../presets/presets.ts";
import { slugOf } from "../read/columns.ts";
import type { TableChoice } from "./table-choice.ts";

export type Chosen = {
  readonly dataset: Mapping["dataset"];
  /** Choices that nobody made. */
  readonly byDefault: ReadonlySet<"lang" | "time-zone">;
  readonly order: DateOrder | undefined;
};

const DATASET_ID = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;

/** Reports choices that are none; whether all are right. */
export function checkChoice(file: string, choice: TableChoice, findings: Findings): boolean {
  const before = findings.problems.length;
  const refuse = (name: string, got: string | undefined, allowed: string) => {
    if (got !== undefined)
      findings.problem({ file, line: null, name: `--${name}`, got: quote(got), allowed });
  };
  const { as, encoding, lang, preset, "date-order": order, "time-zone": timeZone } = choice;
  if (!DATASET_ID.test(as ?? slugOf(baseOf(file))))
    refuse("as", as ?? baseOf(file), "an id for the dataset, of lower-case letters, digits, - . _");
  if (lang !== undefined && parseLanguage(lang) === undefined)
    refuse("lang", lang, "a language as BCP 47 names it, such as en, fr or ar");
  if (timeZone !== undefined && !isTimeZone(timeZone))
    refuse("time-zone", timeZone, "a time zone of the IANA database, such as Europe/Paris");
  if (encoding !== undefined && !isEncoding(encoding))
    refuse("encoding", encoding, "an encoding such as utf-8, windows-1252, iso-8859-1");
  if (order !== undefined && !isOrder(order))
    refuse("date-order", order, "dmy (day first) or mdy (month first)");
  if (preset !== undefined && preset !== NO_PRESET && !presetCalled(preset))
    refuse("preset", preset, `one of ${PRESETS.map(({ id }) => id).join(", ")}, or ${NO_PRESET}`);
  return findings.problems.length === before;
}

/** What is said to have a table read by its headings alone. */
export const NO_PRESET = "none";

const isOrder = (text: string): text is DateOrder => DATE_ORDERS.includes(text as DateOrder);
const baseOf = (file: string) => file.replace(/\.[^.]*$/, "");

/** The dataset of a file with these headings, by choices that are right. */
export function chosen(file: string, headings: readonly string[], choice: TableChoice): Chosen {
  const { as, lang, title, "date-order": order, "time-zone": timeZone } = choice;
  const spoken = lang === undefined ? undefined : parseLanguage(lang);
  const inHeadings = spokenHeadings(headings).flatMap(({ language, part }) =>
    part === "title" ? [language] : [],
  );
  const languages = [...new Set([...(spoken ? [spoken] : []), ...inHeadings])];
  return {
    dataset: {
      id: as ?? slugOf(baseOf(file)),
      title:
        title ??
        baseOf(file)
          .replace(/[-_\s]+/g, " ")
          .trim(),
      languages: languages.length > 0 ? languages : ["en"],
      timeZone: timeZone ?? "UTC",
    },
    order: order !== undefined && isOrder(order) ? order : undefined,
    byDefault: new Set([
      ...(languages.length > 0 ? [] : (["lang"] as const)),
      ...(timeZone === undefined ? (["time-zone"] as const) : []),
    ]),
  };
}
