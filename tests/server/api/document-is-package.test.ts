// What a browser makes of a package by itself is what the service sends of the same one, in every field.
import { cpSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { importPackage } from "#import/load/import-package.ts";
import { openDocument } from "#import/open-document.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeAttributedPackage } from "#tests/support/packages/attributed-package.ts";
import {
  writeClockPackage,
  writeIslandsPackage,
  writePacificPackage,
  writeSeveralPointsPackage,
} from "#tests/support/packages/edge-packages.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { CALAIS, relabel, temporaryFolder } from "#tests/support/packages/packages.ts";
import { anyPackage, writeRandomPackage } from "#tests/support/packages/random-package.ts";

const RUNS = 12;
const EXAMPLES = path.join(projectRoot(), "geodata", "examples");

/** A package under an id of its own, written by one of the tests' packages. */
function written(write: (folder: string) => void): string {
  const folder = temporaryFolder("document");
  write(folder);
  return folder;
}

const FOLDERS: readonly (readonly [name: string, folder: () => string])[] = [
  ["that is shipped", () => CALAIS],
  ...readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => [name, () => path.join(EXAMPLES, name)] as const),
  [
    "with protected places",
    () => written((folder) => writeGuardedPackage(folder, "guarded", SECRETS)),
  ],
  ["with columns of its own", () => written(writeAttributedPackage)],
  ["with times of day", () => written(writeClockPackage)],
  ["with several points", () => written(writeSeveralPointsPackage)],
  ["of islands", () => written(writeIslandsPackage)],
  ["across the antimeridian", () => written((folder) => writePacificPackage(folder, "lagoon"))],
];

/** What an instance says of a publish, which a package cannot know. */
const withoutPublish = ({ meta, versions: _, ...dataset }: Dataset) => ({
  ...dataset,
  meta: { ...meta, version: { ...meta.version, number: 1, contentHash: "", publishedAt: "" } },
});

describe("the document of a package", () => {
  dbTest.each(FOLDERS)("%s is the one that the service sends", (_name, folderOf) =>
    rolledBack(async (db) => {
      const copy = written((folder) => cpSync(folderOf(), folder, { recursive: true }));
      relabel(copy, "0.0.1-of-a-test");
      const imported = await importPackage(db, copy);
      if (imported.status !== "loaded") throw new Error(JSON.stringify(imported));
      const { datasetId } = imported;
      const sent = decodeDataset(JSON.parse(JSON.stringify(await findDataset(db, { datasetId }))));
      const { dataset, problems } = await openDocument(filesOnDisk(copy), "2026-11-01T00:00:00Z");
      expect(problems).toEqual([]);
      const made = decodeDataset(JSON.parse(JSON.stringify(dataset)));
      const withoutWithdrawn = { ...withoutPublish(sent), withdrawals: [] };
      expect(withoutPublish(made)).toEqual(withoutWithdrawn);
    }),
  );

  dbTest(
    "is the one that the service sends, of any package",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyPackage, async (some) => {
          const folder = written((one) => writeRandomPackage(one, "made-for-a-document", some));
          await rolledBack(async (db) => {
            const imported = await importPackage(db, folder);
            const { dataset, problems } = await openDocument(
              filesOnDisk(folder),
              "2026-11-01T00:00:00Z",
            );
            expect(problems.length > 0).toBe(imported.status === "refused");
            if (imported.status !== "loaded") return;
            const sent = await findDataset(db, { datasetId: imported.datasetId });
            if (!sent || !dataset) throw new Error("no document");
            expect(withoutPublish(dataset)).toEqual(withoutPublish(sent));
          });
        }),
        { numRuns: RUNS },
      );
    },
    300_000,
  );
});
