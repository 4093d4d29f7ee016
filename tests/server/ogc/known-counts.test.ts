import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { events, versions } from "#db/schema/index.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

type App = Awaited<ReturnType<typeof testApp>>["app"];

async function matched(app: App, address: string): Promise<number> {
  const response = await app.request(`/api/collections/events/items${address}`);
  return Number(response.headers.get("OGC-NumberMatched"));
}

describe("the number of all that answer", () => {
  dbTest(
    "is that of the question, whatever page, order, format or language is asked for",
    async () => {
      const { app } = await testApp();
      const all = await matched(app, "?limit=5");
      expect(all).toBeGreaterThan(100);
      for (const more of ["?limit=7&sortby=-id", "?limit=3&f=csv", "?limit=3&properties=category"])
        expect(await matched(app, more), more).toBe(all);
      const { links } = await (await app.request("/api/collections/events/items?limit=5")).json();
      const next = new URL(links.find(({ rel }: { rel: string }) => rel === "next").href);
      expect(await matched(app, next.search)).toBe(all);
      const narrower = [
        "?datetime=2014-05-28",
        "?bbox=1.85,50.95,1.9,51",
        "?category=protest",
        "?q=camp",
        "?certainty=certain&datetime=2014-05/2014-06",
        "?filter=people_low%20%3E%20100",
      ];
      const counts = [];
      for (const question of narrower) {
        const first = await matched(app, question);
        expect(first).toBeLessThan(all);
        expect(await matched(app, question), question).toBe(first);
        counts.push(first);
      }
      expect(new Set(counts).size).toBeGreaterThan(3);
    },
  );

  dbTest("is counted anew for another version of the data", () =>
    rolledBack(async (db) => {
      const { app } = await testApp({ db });
      const before = await matched(app, "?limit=1");
      await db.delete(events).where(eq(events.id, "blockade-5sep16"));
      await db
        .update(versions)
        .set({ contentHash: "another" })
        .where(eq(versions.datasetId, CALAIS_ID));
      // The version is asked for again after a second at the most.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      expect(await matched(app, "?limit=1")).toBe(before - 1);
    }),
  );
});
