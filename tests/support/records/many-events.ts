import { sql } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { CALAIS_ID } from "../databases/shipped.ts";

/** Events of a few days each over four years and half a degree, the same ones every time. */
export async function addEvents(db: Db, count: number): Promise<void> {
  await db.execute(sql`
    INSERT INTO events (dataset_id, since, id, title, summary, category, certainty, sensitivity,
      edtf, geom, precision_m, position_basis, disclosure, start_earliest, start_latest, end_earliest, end_latest, actor_ids, source_ids, words)
    SELECT ${CALAIS_ID}, 1, 'many-' || n, '{"en": "Event", "fr": "Événement"}', '{}', 'protest', 'reported', 'none', '2014-01-01',
      ST_SetSRID(ST_MakePoint(1.6 + (n * 7919 % 1000) / 2000.0, 50.8 + (n * 104729 % 1000) / 2000.0), 4326), 100,
      'estimated', CASE n % 10 WHEN 0 THEN '1km' ELSE 'exact' END, day, day, day + n % 5, day + n % 5, '{}', '{}', ('w' || n)::tsvector
    FROM (SELECT n, date '2013-01-01' + n * 31 % 1460 AS day FROM generate_series(1, ${count}::integer) n) drawn`);
  await db.execute(sql`ANALYZE events`);
}
