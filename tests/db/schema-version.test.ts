import { sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import { DatabaseUnavailable, type Db } from "#db/database.ts";
import { migrateSchema, schemaProblem } from "#db/schema-version.ts";
import { problemsOfDatabase } from "#tests/support/databases/broken-database.ts";
import { dbTest, MIGRATIONS, rolledBack, testDatabase } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const NEWER = Date.UTC(2100, 0, 2, 3, 4);

/** As a program with one migration more leaves it. */
const appliedAt = (db: Db, time: number) =>
  db.execute(
    sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('another', ${time})`,
  );

describe("the schema and the program", () => {
  dbTest("belong together after opening", async () => {
    expect(await schemaProblem(await testDatabase(), MIGRATIONS)).toBeUndefined();
  });

  dbTest("an older program does not touch a newer schema, and names both", () =>
    rolledBack(async (db) => {
      await appliedAt(db, NEWER);
      const migrate = vi.fn(async () => {});
      const opening = migrateSchema(db, MIGRATIONS, migrate);
      await expect(opening).rejects.toThrow(DatabaseUnavailable);
      await expect(opening).rejects.toThrow(
        /belongs to a newer version of this program: its schema is of 2100-01-02 03:04, this program knows it as of 20\d\d-.* Start the newer version/,
      );
      expect(migrate).not.toHaveBeenCalled();
    }),
  );

  dbTest("a program of another branch does not touch it either", () =>
    rolledBack(async (db) => {
      await appliedAt(db, 1);
      await expect(migrateSchema(db, MIGRATIONS, async () => {})).rejects.toThrow(
        /not one that this program has had \(1 changes that it does not know, 0 that are missing\)/,
      );
    }),
  );

  dbTest("a newer program migrates an older schema, and says so where that changed nothing", () =>
    rolledBack(async (db) => {
      await db.execute(sql`DELETE FROM drizzle.__drizzle_migrations
        WHERE created_at = (SELECT max(created_at) FROM drizzle.__drizzle_migrations)`);
      const migrate = vi.fn(async () => {});
      await expect(migrateSchema(db, MIGRATIONS, migrate)).rejects.toThrow(/1 that are missing/);
      expect(migrate).toHaveBeenCalledOnce();
    }),
  );

  dbTest(
    "a service that runs while a newer program migrates says that it is not ready, and why",
    () =>
      rolledBack(async (db) => {
        const { app } = await testApp({ db, schemaProblem: () => schemaProblem(db, MIGRATIONS) });
        expect((await app.request("/readyz")).status).toBe(200);
        await appliedAt(db, NEWER);
        const response = await app.request("/readyz");
        expect(response.status).toBe(503);
        expect(await response.json()).toEqual({
          status: "not ready",
          reason: expect.stringContaining("belongs to a newer version of this program"),
        });
        expect((await app.request("/healthz")).status).toBe(200);
      }),
  );

  dbTest(
    "and so do its answers that a newer schema has made impossible, which are no error of ours",
    () =>
      rolledBack(async (db) => {
        const asked = vi.fn(() => schemaProblem(db, MIGRATIONS));
        const broken = problemsOfDatabase({ code: "42703", message: "no such column" });
        const { app } = await testApp({ db: broken, schemaProblem: asked });
        const paths = ["/api/collections/camps/items", "/api/dataset", "/snapshot.svg", "/api"];
        expect((await app.request(paths[0] ?? "")).status).toBe(500);
        await appliedAt(db, NEWER);
        for (const path of paths) {
          const response = await app.request(path);
          expect(response.status, path).toBe(503);
          expect(response.headers.get("Retry-After")).toBe("5");
          expect((await response.json()).detail).toContain("belongs to a newer version");
        }
        // What can be answered asks nothing more of the database.
        asked.mockClear();
        const whole = await testApp({ db, schemaProblem: asked });
        for (const path of paths) expect((await whole.app.request(path)).status, path).toBe(200);
        expect(asked).not.toHaveBeenCalled();
      }),
  );
});
