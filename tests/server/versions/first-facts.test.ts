// The facts of Calais as they were first published, and as they were corrected: what is told to have changed is what the
// publisher said of it.
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { firstFacts } from "#tests/support/packages/first-facts.ts";
import { testApp } from "#tests/support/product/app.ts";

/** Calais under a name of its own, of which no test before has published anything. */
const ID = "first-facts";

type Told = {
  readonly collection: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly complete: boolean;
  readonly records: readonly {
    readonly id: string;
    readonly changes: readonly string[];
    readonly fields: readonly { readonly field: string; readonly new: unknown }[];
  }[];
};

describe("the diff of the first facts of Calais and the corrected ones", () => {
  dbTest("says what their publisher says", () =>
    rolledBack(async (db) => {
      for (const folder of [firstFacts(ID, "1.0.0"), firstFacts(ID, "1.1.0")])
        expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
      const { app } = await testApp({ db, datasetId: ID });
      const get = async (address: string) => (await app.request(address)).json();
      const { collections } = (await get("/api/versions/1.0.0/diff/1.1.0")) as {
        collections: readonly Told[];
      };
      const of = (id: string) => collections.find(({ collection }) => collection === id);
      const added = (id: string) =>
        of(id)?.records.flatMap((one) => (one.changes[0] === "added" ? [one.id] : []));
      const record = (collection: string, id: string) =>
        of(collection)?.records.find((one) => one.id === id);
      const now = (collection: string, id: string) =>
        Object.fromEntries(
          record(collection, id)?.fields.map(({ field, new: value }) => [field, value]) ?? [],
        );

      // Nothing that was published is gone; five places are new.
      for (const { complete, counts } of collections) {
        expect(complete).toBe(true);
        expect(counts.removed).toBeUndefined();
      }
      expect(added("places")).toEqual([
        ...["camp-bois-dubrulle", "fence-cousteau", "squat-duguay-trouin"],
        ...["squat-leclercq", "squat-soupirants"],
      ]);
      // A convention had given the house a year: it was there from 6 to 10 January 2014.
      expect(record("places", "squat-221-saint-omer")?.changes).toContain("re-dated");
      expect(now("places", "squat-221-saint-omer")).toMatchObject({
        ...{ start_earliest: "2014-01-06", start_latest: "2014-01-06" },
        ...{ end_earliest: "2014-01-10", end_latest: "2014-01-10", convention: null },
      });
      // Attested from 5 January 2015, and the camp that other texts call after Fort Nieulay.
      const leaderPrice = now("places", "camp-leader-price");
      expect(leaderPrice.start_latest).toBe("2015-01-05");
      expect(leaderPrice.other_names).toContain("campement du Fort Nieulay");
      // The house was there from September 2014, and left under threat, not evicted.
      expect(now("places", "squat-bleriot-2015")).toMatchObject({
        ...{ start_latest: "2014-09-30", end_reason: "left-under-threat" },
      });
      // The fence along the N216 begins in spring 2015.
      expect(now("places", "fence-port")).toMatchObject({ start_edtf: "2015-04~" });
      // Departures to reception centres begin on 27 October 2015.
      expect(now("movements", "mov-2015-10-lande-cao").start_earliest).toBe("2015-10-27");
      expect(added("events")).toHaveLength(29);
      expect(added("events")).toEqual(
        expect.arrayContaining([
          ...["rocade-ban-1dec15", "attack-syrians-21jan16", "attackers-charged-feb-mar16"],
          ...["march-7jun14", "march-5sep14", "march-20jun15", "welcome-march-19sep15"],
          ...["ban-16dec14", "ban-22jan15", "fight-death-26jul16", "fight-death-23aug16"],
          ...["wall-announced-6sep16", "protection-zone-oct16", "port-fence-oct14"],
          ...["rocade-fence-apr15", "appeal-800-oct15", "cglpl-2dec15", "duguay-trouin-evicted"],
          ...["soupirants-evicted", "leclercq-evicted", "account-two-kinds-of-filming"],
          ...["account-image-reversed", "account-pro-anti"],
        ]),
      );
      // The ground is drawn anew.
      expect(of("basemap")?.counts).toMatchObject({ added: 73, moved: 16 });
      const totals = { events: 155, counts: 204, movements: 51, sources: 614, phases: 10 };
      for (const [id, total] of Object.entries(totals))
        expect((await get(`/api/collections/${id}/items?limit=1`)).numberMatched, id).toBe(total);
    }),
  );
});
