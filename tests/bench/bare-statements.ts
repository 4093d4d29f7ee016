// The statements behind an answer of the service, by themselves.

import { drizzle } from "drizzle-orm/postgres-js";
import type { Db } from "#db/database.ts";
import { pageStatement } from "#db/queries/features/features.ts";
import { writtenTileStatement } from "#db/queries/tiles/tiles.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { CRS84 } from "#model/space/crs.ts";
import { parseDatetime } from "#model/time/datetime.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

// Makes statements, and never sends one.
const db = drizzle.mock() as unknown as Db;

type Month = { readonly first: string; readonly last: string };

function eventsIn(datasetId: string, { first, last }: Month) {
  const window = parseDatetime(`${first}/${last}`);
  if (!window.ok) throw new Error(`${first}/${last} is no datetime`);
  return {
    datasetId,
    collection: COLLECTIONS.events,
    certainty: "possible",
    window: window.value,
  } as const;
}

export function itemsStatement(
  datasetId: string,
  { box, month }: { readonly box: Bbox; readonly month: Month },
) {
  const question = { ...eventsIn(datasetId, month), bbox: { box, crs: CRS84 } };
  return pageStatement(db, { ...question, limit: 1000, sort: [] });
}

export function tileStatement(
  datasetId: string,
  {
    month,
    ...tile
  }: { readonly z: number; readonly y: number; readonly x: number; readonly month: Month },
) {
  return writtenTileStatement(db, { ...eventsIn(datasetId, month), ...tile });
}
