// Where a row of events or places stands: its two columns hold a number for each of its points.
import type { Position } from "geojson";
import { type Points, somePoints } from "#model/space/points.ts";
import type { Phrase } from "./refusal/refusal.ts";

type LonLat = { readonly lon: readonly number[] | null; readonly lat: readonly number[] | null };

/** The positions of a row; none where it has none, or a longitude without its latitude. */
export function positionsOfRow({ lat, lon }: LonLat): readonly Position[] {
  if (lon === null || lat === null || lon.length !== lat.length) return [];
  // As most are.
  if (lon.length === 1) return [[lon[0] ?? 0, lat[0] ?? 0]];
  return lon.map((longitude, index) => [longitude, lat[index] ?? 0]);
}

/** The same as a geometry; null where there is none. */
export function pointsOfRow(row: LonLat): Points | null {
  return somePoints(positionsOfRow(row)) ?? null;
}

/** What is wrong with the two columns together; undefined where nothing is. */
export function unpaired({ lat, lon }: LonLat): Phrase | undefined {
  const [longitudes, latitudes] = [lon?.length ?? 0, lat?.length ?? 0];
  const isWrong = longitudes > 0 && latitudes > 0 && longitudes !== latitudes;
  return isWrong ? ["unpaired", longitudes, latitudes] : undefined;
}
