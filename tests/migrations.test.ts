// The migrations make the schema that the code asks of the database.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { describe, expect, it } from "vitest";
import * as schema from "#db/schema/index.ts";

const FOLDER = "db/migrations";

type Snapshot = ReturnType<typeof generateDrizzleJson>;
type Journal = { readonly entries: readonly { readonly idx: number; readonly tag: string }[] };

const read = <Document>(name: string): Document =>
  JSON.parse(readFileSync(path.join(FOLDER, "meta", name), "utf8"));

const { entries } = read<Journal>("_journal.json");
const last = read<Snapshot>(`${String(entries.at(-1)?.idx).padStart(4, "0")}_snapshot.json`);

describe("the migrations", () => {
  it("leave nothing to change: what db/schema says was generated", async () => {
    expect(await generateMigration(last, generateDrizzleJson(schema, last.id))).toEqual([]);
  });

  it("would be told of a column that has none", async () => {
    const { "public.actors": actors, ...others } = last.tables;
    const { label: _, ...columns } = actors?.columns ?? {};
    const before = { ...last, tables: { ...others, "public.actors": { ...actors, columns } } };
    const found = await generateMigration(before as Snapshot, generateDrizzleJson(schema, last.id));
    expect(found).toEqual(['ALTER TABLE "actors" ADD COLUMN "label" jsonb NOT NULL;']);
  });

  it("are each a file that the journal names", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
    expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  });
});
