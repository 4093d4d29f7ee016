// What is told of a file without a descriptor: what it lacks to be a dataset, and what was taken for what.
import { quote } from "#model/problem.ts";
import { type Language, languageName } from "#model/words/language.ts";
import type { Findings } from "../findings.ts";
import type { Chosen } from "./chosen.ts";
import { examplesOf, NEEDED, type Part, startAndEnd, titleLanguages } from "./headings.ts";
import type { LooseSurvey } from "./loose-survey.ts";

type Parts = Readonly<Partial<Record<Part, string>>>;

/** Reports what no heading stands for. */
export function tellHeadings(
  file: string,
  {
    headings,
    parts,
  }: { headings: readonly string[]; parts: Parts; languages: readonly Language[] },
  { problem }: Findings,
): void {
  const missing = NEEDED.filter(
    ([part]) =>
      parts[part] === undefined && !(part === "title" && titleLanguages(headings).length > 0),
  );
  const all = headings.map(quote).join(", ");
  const both = startAndEnd(headings);
  for (const [part, means] of missing) {
    if (part === "date" && both) {
      const [start, end] = both;
      const got = `a start (${quote(start)}) and an end (${quote(end)}), and no column with the whole date`;
      const allowed =
        "one column date that has both, such as 2014-05-01/2014-06-03, or the start alone";
      problem({ file, line: null, name: part, got, allowed });
      continue;
    }
    const got = `no column of ${means} among ${all}`;
    const allowed = `one with the heading ${part} (${examplesOf(part)} and the like are known)`;
    problem({ file, line: null, name: part, got, allowed });
  }
}

/** Reports what is wrong with the rows as a whole; false where they cannot be used. */
export function tellRows(
  file: string,
  survey: LooseSurvey,
  ofRows: Findings,
  { lat = "lat", lon = "lon" }: Parts,
  { problem }: Findings,
): boolean {
  if (survey.rows === 0) {
    for (const found of ofRows.problems) problem(found);
    if (ofRows.problems.length === 0)
      problem({
        file,
        line: null,
        name: "rows",
        got: "headings, and no row below them",
        allowed: "a row for each event",
      });
    return false;
  }
  if (survey.exchanged === 0) return true;
  problem({
    file,
    line: null,
    name: `${lat}, ${lon}`,
    got: `${survey.exchanged} of ${survey.rows} rows with a latitude beyond 90 beside a longitude that is not: the two look exchanged`,
    allowed: `latitudes under ${quote(lat)} and longitudes under ${quote(lon)}: swap the two headings`,
  });
  return false;
}

const QUOTED: readonly Part[] = ["title", "date", "lat", "lon", "category", "summary"];

/** Tells what was taken for what, and what was taken for granted. */
export function tellTaken(
  file: string,
  {
    idFrom,
    kept,
    said,
    survey,
  }: { kept: Parts; idFrom: string | undefined; said: Chosen; survey: LooseSurvey },
  { notice }: Findings,
): void {
  const tell = (name: string, text: string) =>
    notice(`loose ${name}`, { file, line: null, name, said: text });
  const taken = QUOTED.flatMap((part) => {
    const heading = kept[part];
    return heading === undefined ? [] : [`${part} from ${quote(heading)}`];
  });
  const ids =
    kept.id === undefined
      ? idFrom === undefined
        ? "ids are made of date and title"
        : `ids are made of ${quote(idFrom)}`
      : `ids from ${quote(kept.id)}`;
  tell("columns", `read as events: ${[...taken, ids].join(", ")}`);
  const [language = ""] = said.languages;
  if (said.byDefault.has("lang"))
    tell(
      "language",
      `the texts are taken to be in ${languageName(language, "en")} (--lang says otherwise)`,
    );
  if (said.byDefault.has("time-zone"))
    tell(
      "time zone",
      "days, and times without an offset, are those of UTC (--time-zone says otherwise)",
    );
  if (survey.precision && !survey.saysPrecision)
    tell("precision", printPrecision(survey.precision));
}

function printPrecision([most, least]: readonly [number, number]): string {
  const range = most === least ? `± ${most} m` : `± ${most} m to ± ${least} m`;
  return `no position is shown as more exact than its decimals: half of the last one, ${range} (a column precision_m, in metres, says it better)`;
}
