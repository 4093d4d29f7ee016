// The role by which readers' questions are asked: it may read the views and nothing else, so that no question,
// however it is put, reads a position as it was before it was coarsened.
import { getViewName, is, sql } from "drizzle-orm";
import { PgView } from "drizzle-orm/pg-core";
import type { Db } from "./database.ts";
import * as schema from "./schema/index.ts";

export const READING_ROLE = "rocade_reader";

export const PUBLIC_VIEWS: readonly string[] = Object.values(schema)
  .filter((part) => is(part, PgView))
  .map((view) => getViewName(view as PgView));

/** From PostgreSQL 16 on a member may or may not take the role on. */
const MAY_TAKE_ON = `pg_has_role('${READING_ROLE}',
  CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END)`;

const EXISTS = `EXISTS (SELECT FROM pg_roles WHERE rolname = '${READING_ROLE}')`;

/** What may fail leaves things as they were: whether the role can be used is asked afterwards. */
const attempt = (statements: string) =>
  sql.raw(`DO $$ BEGIN ${statements} EXCEPTION WHEN OTHERS THEN NULL; END $$`);

const CREATE = `IF NOT ${EXISTS} THEN CREATE ROLE ${READING_ROLE} NOLOGIN; END IF;`;
const JOIN = `IF NOT ${MAY_TAKE_ON} THEN GRANT ${READING_ROLE} TO CURRENT_USER; END IF;`;
const GRANT = [
  `IF NOT has_schema_privilege('${READING_ROLE}', 'public', 'USAGE') THEN GRANT USAGE ON SCHEMA public TO ${READING_ROLE}; END IF;`,
  ...PUBLIC_VIEWS.map(
    (view) =>
      `IF NOT has_table_privilege('${READING_ROLE}', 'public.${view}', 'SELECT') THEN GRANT SELECT ON public.${view} TO ${READING_ROLE}; END IF;`,
  ),
].join("\n");

const CAN_BE_USED = `CASE WHEN NOT ${EXISTS} THEN FALSE
  ELSE ${MAY_TAKE_ON} AND ${PUBLIC_VIEWS.map((view) => `has_table_privilege('${READING_ROLE}', 'public.${view}', 'SELECT')`).join(" AND ")} END`;

/**
 * Makes the role where it is not there and may be made, and lets it read every public view, as far as the owner of the
 * database, who asks, may do so. True when questions can be asked by it.
 */
export async function prepareReadingRole(db: Db): Promise<boolean> {
  for (const statements of [CREATE, JOIN, GRANT]) await db.execute(attempt(statements));
  const [row] = await db
    .select({ canBeUsed: sql<boolean>`${sql.raw(CAN_BE_USED)}` })
    .from(sql`(SELECT 1) one`);
  return row?.canBeUsed === true;
}

export const WITHOUT_READING_ROLE = `readers' questions are asked with the rights of the owner of the database, who may not create the role ${READING_ROLE}: let an administrator run db/reading-role.sql once`;
