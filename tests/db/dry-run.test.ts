// What a dry run says: what would change, in the words of records, what moves with it, and what earlier versions would lose.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { printChanges, printProtection } from "#import/load/print-changes.ts";
import { triedOut } from "#import/load/trial.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { HARBOUR_ID, writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";

type Row = Record<string, string>;
type Change = (row: Row) => Row | undefined;

/** The harbour with an actor, its places as the change has them. */
function harbour(label: string, actor: string, change: Change): string {
  const folder = temporaryFolder("dry-run");
  writeHarbourPackage(folder);
  relabel(folder, label);
  const places = path.join(folder, "places.csv");
  const rows: Row[] = parse(readFileSync(places, "utf8"), { columns: true });
  const changed = rows
    .map((row) => change({ ...row, disclosure: "" }))
    .filter((row) => row !== undefined);
  writeFileSync(places, stringify(changed, { header: true }));
  writeFileSync(path.join(folder, "actors.csv"), `id,label_en,label_fr\nwatch,${actor},${actor}\n`);
  const file = path.join(folder, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  descriptor.resources.push({ name: "actors", path: "actors.csv" });
  writeFileSync(file, JSON.stringify(descriptor));
  return folder;
}

/** The quay moves, the moor is hidden, the mill yard goes, and the watch is called otherwise. */
const next = () =>
  harbour("2", "Harbour watch", (row) => {
    if (row.id === "mill-yard") return undefined;
    if (row.id === "far-moor") return { ...row, disclosure: "hidden" };
    return row.id === "quay-huts" ? { ...row, lon: "-3.215", lat: "55.957" } : row;
  });

const tried = async (db: Db, folder: string) => {
  const outcome = await triedOut((onTurned) => importPackage(db, folder, { onTurned }));
  if (!("isFirst" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe("a dry run", () => {
  dbTest(
    "says what would change and what moves with it, and what earlier versions would lose",
    () =>
      rolledBack(async (db) => {
        const before = harbour("1", "Watch", (row) => row);
        expect(await tried(db, before)).toMatchObject({ isFirst: true, changes: [] });
        await importPackage(db, before);
        const { changes, protects } = await tried(db, next());
        expect(printChanges(changes)).toEqual([
          "Places: 1 removed, 2 moved, 1 other",
          "  removed: mill-yard",
          "  moved, other: far-moor",
          "    stated_side: outside → nothing",
          "    precision_m: 50 → nothing",
          "    position_basis: estimated → nothing",
          "    geometry: -3.12, 55.95 → nothing",
          "  moved: quay-huts",
          "    geometry: -3.205, 55.952 → -3.215, 55.957",
          "Events: 1 moved",
          "  moved with quay-huts: quay-cleared",
          "Movements: 1 moved, 1 other",
          "  moved with quay-huts, far-moor: quay-to-moor",
          "Actors: 1 other",
          "  other: watch (Harbour watch)",
          expect.stringMatching(/^ {4}label: .*Watch.* → .*Harbour watch/),
        ]);
        expect(printProtection(protects)).toEqual([
          "Earlier versions would say less, so that nobody is found by them: 1.",
          "  position told no more exactly than in this version: far-moor",
          expect.stringMatching(/words .* stay as they were: withdraw .* \(--withdraw\)$/),
        ]);

        // Nothing of it was written, and once it is published nothing would be lost any more.
        expect(await importPackage(db, next())).toMatchObject({
          status: "loaded",
          version: { number: 2 },
        });
        const undone = await triedOut((onTurned) => undoVersion(db, HARBOUR_ID, { onTurned }));
        if (!("isFirst" in undone)) throw new Error(JSON.stringify(undone));
        expect(printChanges(undone.changes).join("\n")).not.toContain("far-moor");
        expect(printProtection(undone.protects)).toEqual([]);
      }),
  );
});
