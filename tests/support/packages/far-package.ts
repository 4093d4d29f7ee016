// The ancient harbour with all that a format can lose: names in many scripts and with the signs of every syntax, places on
// both sides of the antimeridian, and first of all, by their ids, more records without a date than a client looks at.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { writeAncientPackage } from "./ancient-package.ts";

type Cells = Readonly<Record<string, string>>;

/** More than the ten features from which clients guess the types of fields. */
const UNDATED = 12;

const NAMES = [
  "مخيم سوق الخبز",
  "የካሌ ካምፕ",
  "加来难民营地",
  "מחנה שלום",
  "Лагерь у порта",
  "⛺ emoji 👩‍👩‍👧",
  "e\u0301te\u0301 decomposed",
  `quotes " and ' and \\ back`,
  "<b>&amp; ]]> --> {{x}}",
  "=SUM(A1), commas, tabs\tand; semicolons",
  "line one\nline two",
] as const;

/** Writes the package into the folder. It has no counts, no actors and no phases: collections without a feature. */
export function writeFarPackage(folder: string): void {
  writeAncientPackage(folder, "near");
  const undated = Array.from({ length: UNDATED }, (_, index) => ({
    ...WITHOUT_DAYS,
    id: `a-undated-${index}`,
  }));
  const named = NAMES.map((name, index) => ({
    id: `named-${index}`,
    name_en: name,
    name_fr: name,
  }));
  const far = { ...WITHOUT_DAYS, stated_side: "region", lat: "-16.5" };
  append(folder, "places", "quay-huts", [
    ...undated,
    ...named.map((cells) => ({ ...cells, description_en: cells.name_en, other_names: NAMES[0] })),
    { ...far, id: "last-of-the-east", lon: "179.99" },
    { ...far, id: "first-of-the-west", lon: "-179.99" },
    { ...far, id: "on-the-line", lon: "180" },
  ]);
  append(folder, "movements", "quay-to-moor", [
    { id: "over-the-line", from_id: "last-of-the-east", to_id: "first-of-the-west" },
    { id: "to-the-line", from_id: "first-of-the-west", to_id: "on-the-line" },
    { id: "around-half", from_id: "quay-huts", to_id: "on-the-line" },
  ]);
  append(
    folder,
    "events",
    "ides",
    NAMES.map((title, index) => ({
      id: `told-${index}`,
      title_en: title,
      title_fr: title,
      summary_en: title,
    })),
  );
}

const WITHOUT_DAYS = Object.fromEntries(
  ["start", "end"].flatMap((side) =>
    ["edtf", "earliest", "latest"].map((name) => [`${side}_${name}`, ""]),
  ),
);

/** Adds rows to a table, each like one that is there but for the cells that are given. */
function append(folder: string, table: string, like: string, rows: readonly Cells[]): void {
  const file = path.join(folder, `${table}.csv`);
  const all = parse(readFileSync(file, "utf8"), { columns: true }) as Cells[];
  const model = all.find(({ id }) => id === like);
  if (!model) throw new Error(`no ${like} in ${file}`);
  const columns = Object.keys(model);
  const lines = [...all, ...rows.map((cells) => ({ ...model, ...cells }) as Cells)].map((row) =>
    columns.map((column) => row[column]),
  );
  writeFileSync(file, stringify([columns, ...lines]));
}
