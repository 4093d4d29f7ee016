// A picture that was made of a version is made again by its address, byte for byte, when another version is the newest.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { firstFacts } from "#tests/support/packages/first-facts.ts";
import { testApp } from "#tests/support/product/app.ts";

const ID = "former-pictures";
/** Small, since only the bytes count; of a day on which the first facts and the corrected ones differ. */
const ASKED = "date=2015-03-20&lang=fr&width=700&height=600";
const FORMATS = ["svg", "png", "pdf", "zip"] as const;

const publish = async (db: Db, label: "1.0.0" | "1.1.0") =>
  expect(await importPackage(db, firstFacts(ID, label))).toMatchObject({ status: "loaded" });

/** Drawn by a service that has drawn nothing yet. */
async function drawn(db: Db, address: string, datasetId = ID): Promise<Uint8Array> {
  const { app } = await testApp({ db, datasetId });
  const answer = await app.request(address);
  expect(answer.status, address).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const former = (db: Db) =>
  Promise.all(FORMATS.map((format) => drawn(db, `/snapshot.${format}?${ASKED}&v=1.0.0`)));

describe("a picture of a former version", () => {
  dbTest("has the bytes that it had when that version was the newest, in every format", () =>
    rolledBack(async (db) => {
      await publish(db, "1.0.0");
      const before = await former(db);
      await publish(db, "1.1.0");
      // Whoever draws remembers the last two datasets: this is read anew.
      const newest = await drawn(db, `/snapshot.svg?${ASKED}`);
      await drawn(db, `/snapshot.svg?${ASKED}`, CALAIS_ID);
      const after = await former(db);
      for (const [index, format] of FORMATS.entries())
        expect(Buffer.compare(before[index] ?? newest, after[index] ?? newest), format).toBe(0);

      // Each names its release (the PDF in what is drawn); of the corrected facts there is another picture.
      const [svg = newest, png = newest, , zip = newest] = after;
      for (const [file, label] of [
        [newest, "1.1.0"],
        [svg, "1.0.0"],
        [png, "v=1.0.0"],
      ] as const)
        expect(Buffer.from(file).includes(label), label).toBe(true);
      const state = JSON.parse(strFromU8(unzipSync(zip)["state.json"] ?? zip));
      expect(state).toMatchObject({ version: { label: "1.0.0" } });
    }),
  );
});
