// The invented harbour with other rows, outlines or frame: what packages that go to one edge are made of.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Geometry } from "geojson";
import { writeHarbourPackage } from "./harbour-package.ts";

type Cells = Readonly<Record<string, string | number>>;
type Features = { features: { properties: Cells; geometry: Geometry }[] };

export type Outline = { readonly geometry: Geometry; readonly properties: Cells };

export type HarbourChanges = {
  readonly name: string;
  /** Members of the declaration that are other than the harbour's. */
  readonly frame: Readonly<Record<string, unknown>>;
  /** Rows besides those of the harbour, by table: like its last one but for the cells that are given, and without days. */
  readonly rows?: Readonly<Record<string, readonly Cells[]>>;
  /** Features besides those of the harbour, by table: like its first one but for what is given. */
  readonly outlines?: Readonly<Record<string, readonly Outline[]>>;
};

/** Writes the package into the folder. */
export function writeChangedHarbour(folder: string, changes: HarbourChanges): void {
  writeHarbourPackage(folder);
  rewrite(folder, "datapackage.json", (text) => {
    const descriptor = JSON.parse(text);
    descriptor.name = changes.name;
    Object.assign(descriptor.rocade, changes.frame);
    return JSON.stringify(descriptor);
  });
  for (const [table, rows] of Object.entries(changes.rows ?? {}))
    rewrite(folder, `${table}.csv`, (text) => withRows(text, rows));
  for (const [table, outlines] of Object.entries(changes.outlines ?? {}))
    rewrite(folder, `${table}.geojson`, (text) => {
      const collection: Features = JSON.parse(text);
      const [like] = collection.features;
      const added = outlines.map(({ geometry, properties }) => ({
        ...like,
        id: properties.id,
        properties: { ...like?.properties, ...properties },
        geometry,
      }));
      return JSON.stringify({ ...collection, features: [...collection.features, ...added] });
    });
}

function withRows(text: string, rows: readonly Cells[]): string {
  const all: Cells[] = parse(text, { columns: true });
  const like = all.at(-1) ?? {};
  const columns = [...new Set([like, ...rows].flatMap(Object.keys))];
  const undated = columns.filter((name) => /_(earliest|latest)$/.test(name));
  const noDays = Object.fromEntries(undated.map((name) => [name, ""]));
  const added = rows.map((cells) => ({ ...like, ...noDays, ...cells }));
  return stringify([...all, ...added], { header: true, columns });
}

function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const target = path.join(folder, file);
  writeFileSync(target, change(readFileSync(target, "utf8")));
}
