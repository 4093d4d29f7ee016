// A field that one dataset alone had is a column of its own where it was stored: told as before, in every version.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { rowsOf } from "#db/schema-version.ts";
import type { FreshDatabase } from "#tests/faults/rig/databases.ts";
import { missingSince, olderDatabase } from "#tests/faults/rig/older-database.ts";
import { dbTest, isEmbedded } from "#tests/support/databases/database.ts";

const ID = "told";
const DECLARED = `{"title":{"fr":"Récit","en":"Account"},"languages":["fr","en"],"attributes":{"events":[{"name":"own"}],"places":[],"shapes":[]}}`;

const version = (number: number, until: number | null) =>
  `INSERT INTO versions (dataset_id, number, until, label, content_hash, published_at, licences, declared, site_kinds, has_clock)
   VALUES ('${ID}', ${number}, ${until ?? "NULL"}, '${number}.0', '${"c".repeat(64)}', '2026-11-01', '[]', '${DECLARED}', '{}', FALSE)`;
const event = (id: string, since: number, paragraph: number | null, own: string | null) =>
  `INSERT INTO events (dataset_id, since, id, edtf, title, summary, category, disclosure, certainty, source_ids, actor_ids, sensitivity,
     account_paragraph, attributes, words)
   VALUES ('${ID}', ${since}, '${id}', '1900', '{"fr": "a"}', '{"fr": ""}', 'event', 'exact', 'unstated', '{}', '{}', 'none',
     ${paragraph ?? "NULL"}, ${own === null ? "NULL" : `'${own}'`}, '{}')`;

let older: FreshDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  if (!isEmbedded && inject("postgresUrl") === null) return;
  older = await olderDatabase(
    isEmbedded ? "embedded" : "postgres",
    missingSince("0038_account_as_attribute"),
    [
      `INSERT INTO datasets (id) VALUES ('${ID}')`,
      version(1, 2),
      version(2, null),
      event("untold", 1, null, '{"own": 1}'),
      event("third", 2, 3, null),
      event("fifth", 2, 5, '{"own": 2}'),
    ],
  );
  opened = await older.open();
});

afterAll(async () => {
  await opened?.close();
  await older?.remove();
});

describe("the paragraph of an account that was stored", () => {
  dbTest("is among what the dataset has of its own", async () => {
    expect(
      await rowsOf(
        opened.reads,
        sql`SELECT id, attributes FROM public_events WHERE dataset_id = ${ID} ORDER BY id`,
      ),
    ).toEqual([
      { id: "fifth", attributes: { own: 2, account_paragraph: 5 } },
      { id: "third", attributes: { account_paragraph: 3 } },
      { id: "untold", attributes: { own: 1 } },
    ]);
  });

  dbTest("is declared where a version has it, texts in the order of their languages", async () => {
    const [first, second] = await rowsOf<{ declared: string }>(
      opened.db,
      sql`SELECT declared::text FROM versions WHERE dataset_id = ${ID} ORDER BY number`,
    );
    expect(first?.declared).toBe(DECLARED);
    const declared = JSON.parse(second?.declared ?? "{}");
    expect(Object.keys(declared.title)).toEqual(["fr", "en"]);
    expect(declared.attributes.events).toEqual([
      { name: "own" },
      expect.objectContaining({
        name: "account_paragraph",
        type: "integer",
        title: { fr: "account_paragraph" },
      }),
    ]);
  });
});
