// How the service's sessions on a PostgreSQL server are set, and which of them plans what.
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, inject, it } from "vitest";
import { readBytes } from "#db/byte-rows.ts";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { MIGRATIONS } from "#tests/support/databases/database.ts";

const url = inject("postgresUrl");
let opened: OpenDatabase | undefined;

async function reads() {
  opened ??= await openDatabase({
    url: url ?? undefined,
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  return opened.reads;
}

afterAll(() => opened?.close());

describe.skipIf(url === null)("a question's session", () => {
  it.each([
    ["max_parallel_workers_per_gather", "0"],
    ["jit", "off"],
    ["statement_timeout", "30s"],
    ["plan_cache_mode", "force_custom_plan"],
  ])("has %s = %s", async (name, value) => {
    const rows = await (await reads()).execute(sql`SELECT current_setting(${name}) AS value`);
    expect(rows).toEqual([{ value }]);
  });

  it("is one that keeps one plan, where one is right for all", async () => {
    const db = await reads();
    const asked = (plan: "own" | "shared") =>
      readBytes(db, modeQuestion(db), { prepare: true, plan }).then(([row]) => String(row?.[0]));
    expect(await asked("shared")).toBe("force_generic_plan");
    expect(await asked("own")).toBe("force_custom_plan");
  });
});

const modeQuestion = (db: OpenDatabase["db"]) =>
  db.select({ mode: sql`current_setting('plan_cache_mode')` }).from(sql`(SELECT 1) one`);
