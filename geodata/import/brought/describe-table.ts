// A file that nobody has described, as a package: read by a mapping that is brought, or guessed, and told to whoever brings it.
import type { PackageFiles } from "../files/package-files.ts";
import type { Findings } from "../findings.ts";
import { lookAt } from "../guess/column-look.ts";
import { guessMapping, type MappingGuess } from "../guess/guess-mapping.ts";
import { harmQuestions } from "../harm/harm-questions.ts";
import { type MappedSource, mapSource } from "../mapped/map-source.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { missingColumns } from "../mapping/used-columns.ts";
import { presetCalled } from "../presets/find-preset.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { openSource } from "../source/open-source.ts";
import { ON_DISK, type SourceTable, WrongSource } from "../source/source-table.ts";
import { checkChoice, chosen, NO_PRESET } from "./chosen.ts";
import type { TableChoice } from "./table-choice.ts";
import {
  tellGroups,
  tellHarm,
  tellLacking,
  tellMapped,
  tellMissing,
  tellSource,
  tellUnmade,
} from "./tell-table.ts";

/** Files that may be tables without a descriptor; of one file alone, that one whatever it is. */
export function looseTables({ isOneFile, names }: PackageFiles): readonly string[] {
  const TABLE = /\.(?:csv|tsv|tab|txt|xlsx|geojson|geojsonl|ndjson|kml|gpx)$/i;
  if (isOneFile) return names.filter((name) => name !== DESCRIPTOR_FILE);
  return names.filter((name) => TABLE.test(name)).sort();
}

/** A table, the mapping that it is read by, and what came of it. */
export type DescribedTable = {
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly mapped: MappedSource;
};

/** The one file as a package; undefined where it cannot be one, all reasons for which are reported. */
export async function describeTable(
  files: PackageFiles,
  tables: readonly string[],
  choice: TableChoice,
  findings: Findings,
): Promise<DescribedTable | undefined> {
  const [file = "", ...others] = tables;
  if (others.length > 0) {
    const got = `${others.length} more tables beside it, and no ${DESCRIPTOR_FILE}: ${others.join(", ")}`;
    const allowed = `the path of one file, or a ${DESCRIPTOR_FILE} that says what each of them is`;
    findings.problem({ file, line: null, name: "file", got, allowed });
    return undefined;
  }
  if (!checkChoice(file, choice, findings)) return undefined;
  try {
    const said = choice.mapping?.table ?? {};
    const table = await openSource(
      files,
      file,
      { ...said, encoding: choice.encoding ?? said.encoding, sheet: choice.sheet ?? said.sheet },
      ON_DISK,
    );
    tellSource(table, findings);
    const guess = choice.mapping ? undefined : await guessed(table, choice);
    const mapping = choice.mapping ? named(choice.mapping, choice) : guess?.mapping;
    if (guess && !hasRows(table, guess, findings)) return undefined;
    if (!mapping) {
      if (guess) tellLacking(table, guess, findings);
      return undefined;
    }
    const missing = missingColumns(mapping, table);
    if (missing.length > 0) {
      tellMissing(table, missing, findings);
      return undefined;
    }
    const mapped = await mapSource(table, mapping, { places: choice.places });
    tellMapped(table, { mapping, mapped, guess, choice }, findings);
    tellUnmade(table, mapped, findings);
    const look = guess?.look ?? (await lookAt(table));
    tellHarm(table, harmQuestions(look, mapping, mapped.precision?.[0] ?? null), findings);
    const isTaken = tellGroups(table, { mapped, mapping }, choice, findings);
    return isTaken ? { table, mapping, mapped } : undefined;
  } catch (error) {
    if (!(error instanceof WrongSource)) throw error;
    findings.problem(error.problem);
    return undefined;
  }
}

function guessed(table: SourceTable, choice: TableChoice): Promise<MappingGuess> {
  const { byDefault, dataset, order } = chosen(table.file, table.columns, choice);
  const { preset } = choice;
  const isSaid = preset !== undefined && preset !== NO_PRESET;
  return guessMapping(table, dataset, {
    order,
    isLanguageOpen: byDefault.has("lang"),
    preset: isSaid ? presetCalled(preset) : preset === NO_PRESET ? null : undefined,
  });
}

/** A mapping that is brought, called as it is said now. */
function named(mapping: Mapping, { as, title, "time-zone": timeZone }: TableChoice): Mapping {
  const { dataset } = mapping;
  return {
    ...mapping,
    dataset: {
      ...dataset,
      id: as ?? dataset.id,
      title: title ?? dataset.title,
      timeZone: timeZone ?? dataset.timeZone,
    },
  };
}

function hasRows({ file }: SourceTable, { survey }: MappingGuess, findings: Findings): boolean {
  if (survey.rows > 0) return true;
  const [got, allowed] = ["headings, and no row below them", "a row for each event"];
  findings.problem({ file, line: null, name: "rows", got, allowed });
  return false;
}
