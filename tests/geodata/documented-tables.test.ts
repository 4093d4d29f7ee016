// What the documents of the format promise: the package that is to be copied is one, and the tables are those that are read.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { columnsInFile, mayBeLeftOut } from "#import/read/columns.ts";
import { GEOJSON_TABLES, TABLES, type TableName } from "#import/tables.ts";

describe("the package to be copied", () => {
  it("is read without a problem or a notice", async () => {
    const text = readFileSync("geodata/domain/EXAMPLE.md", "utf8");
    const blocks = [...text.matchAll(/^## (\S+)\n[^`]*(?:`[^`\n]+`[^`]*)*```\w+\n(.+?)\n```$/gms)];
    expect(blocks).toHaveLength(7);
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
other column. *Needed* is a value in every row that has the column. A text has a column for each language of the package: \`name_en\` stands for
\`name_fr\`, \`name_ar\` as well, and \`name\` for the first. Lists have semicolons between their items. What has another name is kept
as an attribute in events, places and shapes, and refused elsewhere.`;

function printTable(name: TableName): string {
  const rows = columnsInFile(TABLES[name], ["en"]).map((one) => {
    const { means, required, type } = one.field;
    const shown = mayBeLeftOut(name, one) ? one.name : `**${one.name}**`;
    const words = means.replaceAll("{language}", "the language").replaceAll("|", "\\|");
    return `| ${shown} | ${type}${required ? ", needed" : ""} | ${words} |`;
  });
  const file = `${name}.${GEOJSON_TABLES.has(name) ? "geojson" : "csv"}`;
  return [`## ${file}`, "", "| column | value | means |", "| --- | --- | --- |", ...rows].join(
    "\n",
  );
}
