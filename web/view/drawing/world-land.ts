// The coasts of the world: Natural Earth, 1 : 50 million (public domain).
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import atlas from "world-atlas/land-50m.json";

/** Land as areas whose rings go on beyond ±180° where they lie across it; each ring is where its middle is within. */
export const WORLD_LAND: readonly Polygon[] = (
  feature(atlas, atlas.objects.land).features as Feature<Polygon | MultiPolygon>[]
)
  .flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
  )
  .map((rings) => ({ type: "Polygon", coordinates: rings.map(unrolled) }));

/** A ring that jumps from one side of the antimeridian to the other, as one that does not. */
function unrolled(ring: readonly Position[]): Position[] {
  let turn = 0;
  let last: number | undefined;
  const line = ring.map(([lon = 0, lat = 0]) => {
    if (last !== undefined) turn -= 360 * Math.round((lon - last) / 360);
    last = lon;
    return [lon + turn, lat];
  });
  const [first, end] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 0];
  // Round the pole: it is closed along it.
  const closed = first === end ? line : [...line, [end, -90], [first, -90], line[0] ?? []];
  const longitudes = closed.map(([lon = 0]) => lon);
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const back = 360 * Math.round(middle / 360);
  return closed.map(([lon = 0, lat = 0]) => [lon - back, lat]);
}
