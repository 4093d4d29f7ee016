// The guarded package as it was before anything of it was protected: all of it is published, with words that stand in
// nothing but what is withheld later, or withdrawn.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { writeGuardedPackage } from "./guarded-package.ts";
import { SECRETS } from "./guarded-secrets.ts";
import { relabel, temporaryFolder } from "./packages.ts";

/** Records by table that go, as their publisher would leave them out: with what names them. */
type Row = Record<string, string>;
type Change = (row: Row, table: string) => Row | undefined;

const TABLES = ["places", "events", "sources", "counts", "movements", "deaths"];

/** `change`: what is otherwise in a row; undefined: it is left out. */
export function openGuardedPackage(id: string, label: string, change: Change = (row) => row) {
  const folder = temporaryFolder("open-guarded");
  writeGuardedPackage(folder, id, SECRETS);
  relabel(folder, label);
  for (const table of TABLES) {
    const file = path.join(folder, `${table}.csv`);
    const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true });
    const open = rows.flatMap((row) => {
      const isLost = row.id === "lost-squat" && table === "places";
      const at = isLost
        ? { lon: "1.85", lat: "50.95", precision_m: "10", position_basis: "measured" }
        : {};
      const opened = { ...row, ...("disclosure" in row ? { disclosure: "" } : {}), ...at };
      const changed = change(opened, table);
      return changed ? [changed] : [];
    });
    writeFileSync(file, stringify(open, { header: true }));
  }
  const shapes = path.join(folder, "shapes.geojson");
  const text = readFileSync(shapes, "utf8");
  writeFileSync(shapes, text.replace(/"disclosure":"[^"]*"/g, '"disclosure":""'));
  return folder;
}
