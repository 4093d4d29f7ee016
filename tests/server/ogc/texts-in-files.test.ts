// Texts that are right as texts, and would do something where they come to stand.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { licenceLinks, savedAs } from "#server/http/files/saved-file.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { ANCIENT_ID } from "#tests/support/packages/ancient-package.ts";
import { writeFarPackage } from "#tests/support/packages/far-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const FORMULA = '=HYPERLINK("http://127.0.0.1/?"&A1;"sources")';

let folder = "";
beforeAll(() => {
  folder = temporaryFolder("far");
  writeFarPackage(folder);
  const sources = path.join(folder, "sources.csv");
  const text = readFileSync(sources, "utf8").replace(
    "Invented for a test",
    FORMULA.replaceAll('"', '""'),
  );
  writeFileSync(sources, text);
});

function served(work: (app: ReturnType<typeof createApp>, db: Db) => Promise<void>): Promise<void> {
  return rolledBack(async (db) => {
    expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId: ANCIENT_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(app, db);
  });
}

/** The cells of a file that a spreadsheet would reckon with, numbers aside. */
function formulasIn(bytes: Uint8Array | string): string[] {
  const rows: string[][] = parse(Buffer.from(bytes), { bom: true });
  return rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)));
}

describe("a formula in a package", () => {
  dbTest("stays a text in every table that people open in a spreadsheet", () =>
    served(async (app) => {
      const picture = "/snapshot.zip?date=-0043-03-15&lang=en&width=1200&height=900";
      const zip = await app.request(picture);
      expect(zip.status, await zip.clone().text()).toBe(200);
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      const tables = Object.keys(files).filter((name) => name.endsWith(".csv"));
      expect(tables).toEqual(["shown.csv", "sources.csv"]);
      for (const name of tables) expect(formulasIn(files[name] ?? ""), name).toEqual([]);
      expect(Buffer.from(files["sources.csv"] ?? []).toString()).toContain("'=HYPERLINK(");
      for (const address of [
        "/api/download/sources.csv",
        "/api/download/places.csv",
        "/api/collections/events/items?f=csv&bom=true",
        "/api/analysis/separation?step=change&f=csv",
      ]) {
        const response = await app.request(address);
        expect(response.status, address).toBe(200);
        expect(formulasIn(await response.text()), address).toEqual([]);
      }
    }),
  );
});

describe("a version whose label no header can carry, from before labels were checked", () => {
  dbTest("is downloaded in every format, and has a picture", () =>
    served(async (app, db) => {
      await db.execute(
        sql`update versions set label = 'édition α\r\n' where dataset_id = ${ANCIENT_ID}`,
      );
      for (const address of [
        "/api/download/sources.csv",
        "/api/download/places.geojson",
        "/api/download/package.zip",
        "/snapshot.svg?date=-0043-03-15&width=1200&height=900",
      ]) {
        const response = await app.request(address);
        expect(response.status, address).toBe(200);
        expect(response.headers.get("Content-Disposition"), address).toMatch(
          /^(attachment|inline); filename="[\w.+-]+"$/,
        );
        await response.arrayBuffer();
      }
    }),
  );
});

describe("headers", () => {
  dbTest("name a file in characters that every system takes", () => {
    expect(savedAs("attachment", ["harbour", "1.0\r\nX: y", 'a"b'], "csv")).toBe(
      'attachment; filename="harbour-1.0-X-y-a-b.csv"',
    );
  });

  dbTest("link to licences that are addresses, and to no others", () => {
    const licences = ["https://example.org/é>x", "https://example.org/é", "javascript:alert(1)"];
    const meta = { licences: licences.map((path) => ({ name: "A", title: "A", path })) };
    expect(licenceLinks(meta)).toBe('<https://example.org/%C3%A9>; rel="license"');
  });
});
