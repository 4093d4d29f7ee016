// A file that nobody has described, as a package: what a descriptor would say of it is read off its name, its headings and
// its rows, and told to whoever brings it. Pure over a map of files.
import type { Language } from "#model/words/language.ts";
import { isCsvFile, isGeoJsonFile } from "../file-kind.ts";
import { formOf } from "../files/file-form.ts";
import type { PackageFiles } from "../files/package-files.ts";
import { Findings } from "../findings.ts";
import { idFor } from "../read/columns.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { readTable, type TableFile } from "../read/read-table.ts";
import { type Chosen, chosen } from "./chosen.ts";
import { type Part, partsOf } from "./headings.ts";
import type { LooseChoice } from "./loose-choice.ts";
import { chanceColumns, tableNames } from "./loose-columns.ts";
import { separatorOf } from "./loose-form.ts";
import { LooseSurvey } from "./loose-survey.ts";
import { tellHeadings, tellRows, tellTaken } from "./tell-loose.ts";

/** Files that may be tables without a descriptor; of one file alone, that one whatever it is. */
export function looseTables({ isOneFile, names }: PackageFiles): readonly string[] {
  if (isOneFile) return names.filter((name) => name !== DESCRIPTOR_FILE);
  return names.filter((name) => isCsvFile(name) || /\.geojson$/i.test(name)).sort();
}

/** The package of the one file; undefined where it cannot be one, all reasons for which are reported. */
export async function describeLoose(
  files: PackageFiles,
  tables: readonly string[],
  choice: LooseChoice,
  findings: Findings,
): Promise<PackageFiles | undefined> {
  const [file = "", ...others] = tables;
  const refuse = (got: string, allowed: string) => {
    findings.problem({ file, line: null, name: "file", got, allowed });
    return undefined;
  };
  if (others.length > 0)
    return refuse(
      `${others.length} more tables beside it, and no ${DESCRIPTOR_FILE}: ${others.join(", ")}`,
      `the path of one file, or a ${DESCRIPTOR_FILE} that says what each of them is`,
    );
  if (!isCsvFile(file) && !isGeoJsonFile(file))
    return refuse(
      "a file whose name does not say that it is a table",
      "a .csv, .tsv or .txt file, or a .geojson of points (a spreadsheet can be saved as CSV)",
    );
  const delimiter = await separatorOf(files, file);
  const written = { encoding: choice.encoding, dialect: { delimiter } };
  const found = await survey({ source: files, file, form: formOf(written) }, choice, findings);
  if (!found) return undefined;
  const { idFrom, columns, survey: rows, ...said } = found;
  const categories = rows.categories ?? [];
  const areIds = categories.every((name) => idFor(name) === name);
  const descriptor = {
    name: said.name,
    title: said.title,
    resources: [{ name: "events", path: file, ...written, columns, ...(idFrom ? { idFrom } : {}) }],
    rocade: {
      languages: said.languages,
      title: { [said.languages[0] ?? ""]: said.title },
      timeZone: said.timeZone,
      ...(areIds ? {} : { vocabularies: { eventCategories: termsOf(categories, said.languages) } }),
    },
  };
  const text = new TextEncoder().encode(JSON.stringify(descriptor, null, 2));
  return {
    called: files.called,
    names: [...files.names, DESCRIPTOR_FILE],
    isOneFile: false,
    read: (name) => (name === DESCRIPTOR_FILE ? once(text) : files.read(name)),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const termsOf = (names: readonly string[], [first = ""]: readonly Language[]) =>
  names.map((name) => ({ id: idFor(name), label: { [first]: name } }));

type Surveyed = Chosen & {
  readonly columns: Readonly<Record<string, string>>;
  readonly idFrom: string | undefined;
  readonly survey: LooseSurvey;
};

/** Reads the whole file for what its headings and its cells tell; what is wrong with single rows is told later. */
async function survey(
  table: TableFile,
  choice: LooseChoice,
  findings: Findings,
): Promise<Surveyed | undefined> {
  const { file } = table;
  const before = findings.problems.length;
  const ofRows = new Findings();
  let headings: readonly string[] | undefined;
  let said: Chosen | undefined;
  let rows: LooseSurvey | undefined;
  let parts: Partial<Record<Part, string>> = {};
  for await (const part of readTable(table, ofRows)) {
    for (const problem of part.problems) ofRows.problem(problem);
    if (part.columns) {
      headings = part.columns;
      parts = partsOf(headings);
      said = chosen(file, headings, choice, findings);
      tellHeadings(file, { headings, parts, languages: said?.languages ?? [] }, findings);
      if (!said || findings.problems.length > before) return undefined;
      const { languages } = said;
      rows = new LooseSurvey(headings, parts, chanceColumns({ given: headings, languages, parts }));
    }
    for (const { cells, line } of part.rows) rows?.row(line, cells);
  }
  if (!said || !rows || !headings) {
    for (const problem of ofRows.problems) findings.problem(problem);
    return undefined;
  }
  if (!tellRows(file, rows, ofRows, parts, findings)) return undefined;
  const { categories, ids, unfit } = rows;
  const { category, id, ...always } = parts;
  const idFrom = ids === "made" ? id : undefined;
  const others = [
    ...unfit,
    ...(id !== undefined && ids !== "ids" ? [id] : []),
    ...(category !== undefined && !categories ? [category] : []),
  ];
  const kept = {
    ...always,
    ...(id !== undefined && ids === "ids" ? { id } : {}),
    ...(category !== undefined && categories ? { category } : {}),
  };
  const { languages } = said;
  const columns = tableNames({ given: headings, languages, parts: kept }, others);
  tellTaken(file, { kept, idFrom, said, survey: rows }, findings);
  return { ...said, columns, idFrom, survey: rows };
}
