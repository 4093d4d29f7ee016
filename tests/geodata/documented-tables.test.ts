// What the documents of the format promise: the package that is to be copied is one, and the tables are those that are read.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { columnsInFile, mayBeEmpty, mayBeLeftOut } from "#import/read/columns.ts";
import { GEOJSON_TABLES, TABLES, type TableName } from "#import/tables.ts";
import type { Field } from "#model/field/field.ts";
import type { SpokenColumn } from "#model/field/member.ts";

describe("the package to be copied", () => {
  it("is read without a problem or a notice", async () => {
    const text = readFileSync("geodata/domain/EXAMPLE.md", "utf8");
    const blocks = [...text.matchAll(/^## (\S+)\n[^`]*(?:`[^`\n]+`[^`]*)*```\w+\n(.+?)\n```$/gms)];
    expect(blocks).toHaveLength(8);
    const files = Object.fromEntries(blocks.map(([, name = "", content = ""]) => [name, content]));
    const { notices, problems } = await inspectPackage(filesInMemory("lower-fern", files));
    expect([...problems, ...notices]).toEqual([]);
  });
});

describe("the list of tables", () => {
  it("has every column that is read, with what it means", async () => {
    const tables = (Object.keys(TABLES) as TableName[]).map(printTable);
    const document = [HEAD, ...tables].join("\n\n");
    // After another column: npx vitest run --project pure documented-tables -u
    await expect(`${document}\n`).toMatchFileSnapshot("../../geodata/domain/TABLES.md");
  });
});

const HEAD = `# Tables

Every table that a package may bring, and its columns. One that is **bold** is in every file of the table; a file may leave out any
other column. *Needed* is a value in every row that has the column.

- **Texts** have a column for each language of the package: \`name_en\` stands for \`name_fr\`, \`name_ar\` as well, and \`name\` for the
  first. Where one is *needed in each language*, a package in English and French has both columns, each filled in every row; one that
  has a text in one language only declares that language alone.
- **Ids** are of lower-case letters, digits and single hyphens. *Id of places* is that of a row of that table. *Term of agencies* is an id of
  that vocabulary of the package (\`rocade.vocabularies.agencies\` in \`datapackage.json\`): one of those it lists, or any id where
  it declares none. *One of* is a fixed list, the same in every package.
- **Dates** are EDTF ([what is read](DATES.md)), **days** are \`2014-05-28\`, **lists** have semicolons between their items.
- What has another name is kept as an attribute in events, places and shapes, and refused elsewhere.`;

/** What each table is about. */
const ABOUT: Readonly<Record<TableName, string>> = {
  sources: "What the records rest on.",
  links: "What a check of the sources’ addresses found; `npm run check-links` tells it.",
  actors: "Who acts in events.",
  places: "Places with a position. Those of a kind in `roles.sites` are counted and measured.",
  shapes:
    "Lines and areas: outlines of places, or what stands for itself, such as a river or a fence.",
  events: "What happened.",
  movements: "People who went from one place to another.",
  counts:
    "How many people somebody counted at a place. The measure `present`, how many were there, alone says how large a place is.",
  deaths: "Deaths that sources tell of; they are listed and never added up.",
  contradictions: "Where sources disagree.",
  citations: "Which source gives which field of a record.",
  attestations: "Dated sightings of places.",
  phases: "Periods that the whole is divided into.",
  story: "The steps of a story beside the map.",
  basemap: "A map to lie under the data; a package without one has the coasts of the world.",
  ring: "The area on the near side of the separating line of the package (`rocade.separation.line`), whatever that line is: a river, a border, a road. One feature, a Polygon; needed where such a line is declared. What lies in it is “inside”.",
};

function printTable(name: TableName): string {
  const rows = columnsInFile(TABLES[name], ["en"]).map((one) => {
    const shown = mayBeLeftOut(name, one) ? one.name : `**${one.name}**`;
    const words = one.field.means
      .replaceAll("{language}", "the language")
      .replace("{line}", "the line that separates")
      .replaceAll("|", "\\|");
    return `| ${shown} | ${allowedIn(one.field)}${needed(name, one)} | ${words} |`;
  });
  const file = `${name}.${GEOJSON_TABLES.has(name) ? "geojson" : "csv"}`;
  const head = ["| column | value | means |", "| --- | --- | --- |"];
  return [`## ${file}`, "", ABOUT[name], "", ...head, ...rows].join("\n");
}

function needed(table: TableName, column: SpokenColumn): string {
  if (!column.field.required || mayBeEmpty(table, column)) return "";
  if (column.language === undefined) return ", needed";
  return column.name === column.column
    ? ", needed in the first language"
    : ", needed in each language";
}

/** What a cell may be, as the field itself says. */
function allowedIn({ allowed, choices, references, type, vocabulary }: Field): string {
  if (choices) return `one of ${choices.map((one) => `\`${one}\``).join(", ")}`;
  if (vocabulary) return `term of ${vocabulary}`;
  if (references) return `${type === "list" ? "list of ids" : "id"} of ${references.join(" or ")}`;
  if (allowed.startsWith("an id")) return "id";
  return allowed.startsWith("a date in EDTF") ? "date" : type;
}
