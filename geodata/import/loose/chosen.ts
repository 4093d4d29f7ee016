// What a file without a descriptor is called, and what its texts and days are in: as it is said, or by default.
import { quote } from "#model/problem.ts";
import { isTimeZone } from "#model/time/time-zone.ts";
import { type Language, parseLanguage } from "#model/words/language.ts";
import { isEncoding } from "../files/decode-bytes.ts";
import type { Findings } from "../findings.ts";
import { slugOf } from "../read/columns.ts";
import { titleLanguages } from "./headings.ts";
import type { LooseChoice } from "./loose-choice.ts";

export type Chosen = {
  readonly name: string;
  readonly title: string;
  readonly languages: readonly Language[];
  readonly timeZone: string;
  /** Choices that nobody made. */
  readonly byDefault: ReadonlySet<"lang" | "time-zone">;
};

const DATASET_ID = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;

/** Undefined where a choice is none, which is reported. */
export function chosen(
  file: string,
  headings: readonly string[],
  { as, encoding, lang, "time-zone": timeZone, title }: LooseChoice,
  findings: Findings,
): Chosen | undefined {
  const before = findings.problems.length;
  const refuse = (name: string, got: string, allowed: string) =>
    findings.problem({ file, line: null, name, got, allowed });
  const base = file.replace(/\.[^.]*$/, "");
  const name = as ?? slugOf(base);
  if (!DATASET_ID.test(name))
    refuse(
      "--as",
      quote(as ?? base),
      "an id for the dataset, of lower-case letters, digits, - . _",
    );
  const spoken = lang === undefined ? undefined : parseLanguage(lang);
  if (lang !== undefined && spoken === undefined)
    refuse("--lang", quote(lang), "a language as BCP 47 names it, such as en, fr or ar");
  if (timeZone !== undefined && !isTimeZone(timeZone))
    refuse(
      "--time-zone",
      quote(timeZone),
      "a time zone of the IANA database, such as Europe/Paris",
    );
  if (encoding !== undefined && !isEncoding(encoding))
    refuse("--encoding", quote(encoding), "an encoding such as utf-8, windows-1252, iso-8859-1");
  if (findings.problems.length > before) return undefined;
  const inHeadings = titleLanguages(headings).flatMap((tag) => parseLanguage(tag) ?? []);
  const languages = [...new Set([...(spoken ? [spoken] : []), ...inHeadings])];
  return {
    name,
    title: title ?? base.replace(/[-_\s]+/g, " ").trim(),
    languages: languages.length > 0 ? languages : ["en"],
    timeZone: timeZone ?? "UTC",
    byDefault: new Set([
      ...(languages.length > 0 ? [] : (["lang"] as const)),
      ...(timeZone === undefined ? (["time-zone"] as const) : []),
    ]),
  };
}
