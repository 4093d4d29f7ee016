// An owner of the database who may create no role: reads go on, it is said what is missing, and an administrator's two
// lines bring it.
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "#db/open.ts";
import { READING_ROLE, WITHOUT_READING_ROLE } from "#db/reading-role.ts";
import { MIGRATIONS } from "#tests/support/databases/database.ts";

const url = inject("postgresUrl");
const administrator = url === null ? undefined : postgres(url, { max: 1, onnotice: () => {} });
const OWNER = "plain_owner";
const mayCreateRoles = administrator
  ? (await administrator`SELECT rolsuper FROM pg_roles WHERE rolname = current_user`)[0]?.rolsuper
  : false;

afterAll(async () => {
  if (mayCreateRoles && administrator) {
    await administrator.unsafe(`DROP DATABASE IF EXISTS ${OWNER} WITH (FORCE)`);
    await administrator.unsafe(`DROP ROLE IF EXISTS ${OWNER}`);
  }
  await administrator?.end();
});

/** Opens the database of the owner; who reads in it, and what was said. */
async function opened(): Promise<{ reader: string; said: string[] }> {
  const own = new URL(url ?? "");
  own.pathname = `/${OWNER}`;
  own.username = OWNER;
  own.password = OWNER;
  const said: string[] = [];
  const database = await openDatabase({
    url: own.href,
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: (message) => void said.push(message),
  });
  const [row] = await database.reads
    .select({ reader: sql<string>`current_user::text` })
    .from(sql`(SELECT 1) one`);
  await database.close();
  return { reader: row?.reader ?? "", said };
}

describe.skipIf(!mayCreateRoles)("an owner who may create no role", () => {
  it("is told what to have done, and reads by the role once it is", async () => {
    const run = (statement: string) => administrator?.unsafe(statement);
    await run(`CREATE ROLE ${OWNER} LOGIN PASSWORD '${OWNER}'`);
    await run(`CREATE DATABASE ${OWNER} OWNER ${OWNER}`);
    const inOwn = new URL(url ?? "");
    inOwn.pathname = `/${OWNER}`;
    const there = postgres(inOwn.href, { max: 1, onnotice: () => {} });
    await there`CREATE EXTENSION postgis`;
    await there.end();

    expect(await opened()).toEqual({ reader: OWNER, said: [WITHOUT_READING_ROLE] });

    const script = readFileSync("db/reading-role.sql", "utf8")
      .replace("TO rocade;", `TO ${OWNER};`)
      // Other databases of the server have it already.
      .replace(/CREATE ROLE \w+ NOLOGIN;/, "");
    expect(script).toContain(`GRANT ${READING_ROLE} TO ${OWNER};`);
    await run(
      `DO $$ BEGIN CREATE ROLE ${READING_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await run(script);
    expect(await opened()).toEqual({ reader: READING_ROLE, said: [] });
  });
});
