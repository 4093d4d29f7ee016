// What is told of a file without a descriptor: what it lacks to be a dataset, what was taken for what, and which rows were not
// read.
import { quote } from "#model/problem.ts";
import { languageName } from "#model/words/language.ts";
import { HEIGHTS_LEFT_OUT } from "../files/check-geometry.ts";
import type { Findings } from "../findings.ts";
import type { MappingGuess } from "../guess/guess-mapping.ts";
import { examplesOf } from "../guess/headings.ts";
import type { HarmQuestion } from "../harm/harm-questions.ts";
import type { MappedSource } from "../mapped/map-source.ts";
import type { Example, Mend, ProblemGroup } from "../mapped/problem-groups.ts";
import type { NeededPart } from "../mapping/draft.ts";
import type { Mapping, PositionMapping, TextMapping } from "../mapping/mapping.ts";
import type { SourceNote, SourceTable } from "../source/source-table.ts";
import { chosen } from "./chosen.ts";
import type { TableChoice } from "./table-choice.ts";

const NOTED: Readonly<Record<SourceNote, string>> = { heights: HEIGHTS_LEFT_OUT };

/** Tells how the file was read, as far as that was guessed, and what of it is not in its rows. */
export function tellSource({ file, guesses, notes }: SourceTable, { notice }: Findings): void {
  for (const { because, value, what } of guesses) {
    const said = `the ${what} is taken to be ${quote(value)}: ${because}`;
    notice(`source ${what}`, { file, line: null, name: "file", said });
  }
  for (const note of notes) notice(note, { file, line: null, name: "file", said: NOTED[note] });
}

const LACKING: Readonly<Record<NeededPart, readonly [means: string, allowed: string]>> = {
  date: ["dates", `one with the heading date (${examplesOf("date")} and the like are known)`],
  position: [
    "positions",
    `two with the headings lat and lon (${examplesOf("lat")}, ${examplesOf("lon")} and the like are known), or one of both, of WKT or of MGRS`,
  ],
  title: ["titles", `one with the heading title (${examplesOf("title")} and the like are known)`],
};

/** Reports what no heading stands for. */
export function tellLacking(
  { columns, file }: SourceTable,
  { lacking }: MappingGuess,
  { problem }: Findings,
): void {
  const all = columns.map(quote).join(", ");
  for (const part of lacking) {
    const [means, allowed] = LACKING[part];
    const got = `no column of ${means} among ${all}`;
    problem({
      file,
      line: null,
      name: part,
      got,
      allowed: `${allowed}, or a mapping that names it`,
    });
  }
}

/** Reports what a mapping names that is not there. */
export function tellMissing(
  { columns, file }: SourceTable,
  missing: readonly (readonly [part: string, column: string])[],
  { problem }: Findings,
): void {
  const allowed = ["one-of", columns] as const;
  for (const [part, column] of missing)
    problem({ file, line: null, name: `mapping.${part}`, got: ["quoted", column], allowed });
}

const textInWords = (text: TextMapping) =>
  "column" in text ? quote(text.column) : `the sentence ${quote(text.template)}`;

function positionInWords(position: PositionMapping): string {
  if (position.from === "columns")
    return `lat from ${quote(position.lat)}, lon from ${quote(position.lon)}`;
  if (position.from === "geometry") return "position from the geometry of the features";
  return `position from ${quote(position.column)}`;
}

type Told = {
  readonly mapping: Mapping;
  readonly mapped: MappedSource;
  /** Undefined where the mapping was brought. */
  readonly guess: MappingGuess | undefined;
  readonly choice: TableChoice;
};

/** Tells of changes by hand that could not be made. */
export function tellUnmade(
  { file }: SourceTable,
  { unmade }: MappedSource,
  { notice }: Findings,
): void {
  if (unmade === 0) return;
  const said = `${unmade} of the changes are of rows that are not in this file, or stand otherwise in it: they were not made`;
  notice("mapping edits", { file, line: null, name: "mapping.edits", said });
}

/** Tells what was taken for what, and what was taken for granted. */
export function tellMapped(
  { columns, file }: SourceTable,
  { choice, guess, mapped, mapping }: Told,
  { notice }: Findings,
): void {
  const tell = (name: string, said: string) =>
    notice(`table ${name}`, { file, line: null, name, said });
  if (!guess) return;
  const { category, dataset, date, id, source, title } = mapping;
  if (guess.preset)
    tell("preset", `read as a table of ${guess.preset.name}: ${guess.preset.about}`);
  const taken = [
    ...Object.values(title).map((text) => `title from ${textInWords(text)}`),
    `date from ${quote(date.start)}${date.end === null ? "" : ` to ${quote(date.end)}`}`,
    positionInWords(mapping.position),
    ...(category ? [`category from ${quote(category.column)}`] : []),
    ...Object.values(mapping.summary).map((text) => `summary from ${textInWords(text)}`),
    ...(source ? [`sources from ${quote(source.column)}`] : []),
    id === null
      ? "ids are made of date and title"
      : `ids ${id.keep ? "are made of" : "from"} ${quote(id.column)}`,
  ];
  tell("columns", `read as events: ${taken.join(", ")}`);
  if (date.order)
    tell(
      "order",
      `dates such as 04/03/2015 are read ${date.order === "dmy" ? "day" : "month"} first`,
    );
  if (date.numbers) tell("numbers", `numbers in the column of dates are read as ${date.numbers}`);
  const { byDefault } = chosen(file, columns, choice);
  const [language = ""] = dataset.languages;
  if (byDefault.has("lang"))
    tell(
      "language",
      `the texts are taken to be in ${languageName(language, "en")} (--lang says otherwise)`,
    );
  if (byDefault.has("time-zone"))
    tell(
      "time zone",
      "days, and times without an offset, are those of UTC (--time-zone says otherwise)",
    );
  if (mapped.precision && !mapping.precision) tell("precision", printPrecision(mapped.precision));
}

function printPrecision([most, least]: readonly [number, number]): string {
  const range = most === least ? `± ${most} m` : `± ${most} m to ± ${least} m`;
  return `no position is shown as more exact than its decimals: half of the last one, ${range} (a column precision_m, in metres, says it better)`;
}

/** Reports rows that were not read, and tells what is suspected; false where the file is refused for them. */
export function tellGroups(
  { file }: SourceTable,
  { mapped: { events, groups, precision }, mapping }: Pick<Told, "mapped" | "mapping">,
  { withoutRejected = false }: TableChoice,
  { notice, problem }: Findings,
): boolean {
  let isTaken = events > 0;
  if (isTaken && precision === null && mapping.rounding !== "hidden") {
    isTaken = false;
    const [got, allowed] = ["no row with a position", "a position in some rows at least"];
    problem({ file, line: null, name: "position", got, allowed });
  }
  for (const group of groups) {
    const { allowed, column, kind, weight } = group;
    const got = printExamples(group);
    const place = { file, line: group.examples[0]?.line ?? null, name: column };
    const ways = group.mends.map(printMend);
    const expected = [allowed, ...ways].join("; or ");
    if (weight === "suspected") notice(kind, { ...place, said: `${got}: ${expected}?` });
    else if (withoutRejected && events > 0)
      notice(kind, { ...place, said: `left out: ${got}; expected ${expected}` });
    else {
      isTaken = false;
      problem({ ...place, got, allowed: expected });
    }
  }
  return isTaken;
}

function printExamples({ count, examples }: ProblemGroup): string {
  const [first, ...others] = examples;
  const print = (example: Example | undefined) => {
    if (example?.words) return example.value;
    return example?.value ? quote(example.value) : "nothing";
  };
  const value = print(first);
  if (count === 1) return value;
  const also = others.map((one) => `${print(one)} in row ${one.line}`).join(", ");
  return `${value}, and ${count - 1} more ${count === 2 ? "row" : "rows"} like it${also === "" ? "" : ` (${also})`}`;
}

/** Asks what might harm somebody once it is published, where nobody has said yet what is to be done. */
export function tellHarm(
  { file }: SourceTable,
  questions: readonly HarmQuestion[],
  { notice }: Findings,
): void {
  for (const { answer, columns, kind, options, said } of questions) {
    if (answer !== null) continue;
    const ways = options.map(printWay).join("; or ");
    const name = columns.length === 0 ? "position" : columns.join(", ");
    notice(`harm ${kind}`, { file, line: null, name, said: `${said} (${ways})` });
  }
}

/** The mend, and how it is said on the command line or in a mapping. */
function printMend(mend: Mend): string {
  const { change, kind, said } = mend;
  return kind === "order" ? `${said} (--date-order ${change[0]?.value})` : printWay(mend);
}

function printWay({ change, said }: Pick<Mend, "change" | "said">): string {
  const members = change.map(({ path, value }) => `${path.join(".")}: ${JSON.stringify(value)}`);
  return `${said} (in a mapping ${members.join(", ")})`;
}
