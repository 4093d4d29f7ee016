// The area of a filter as the API takes it.
import bboxClip from "@turf/bbox-clip";
import type { MultiPolygon, Polygon, Position } from "geojson";

/** The area in CQL2 text, which has the corners of WKT. */
export function areaText(area: Polygon): string {
  const cut = cutAtAntimeridian(area);
  const rings = (polygon: readonly Position[][]) =>
    `(${polygon.map((ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(", ")})`).join(", ")})`;
  return cut.type === "Polygon"
    ? `POLYGON${rings(cut.coordinates)}`
    : `MULTIPOLYGON(${cut.coordinates.map(rings).join(", ")})`;
}

/** A polygon that goes on beyond ±180° as RFC 7946 §3.1.9 has it: cut at the antimeridian. */
function cutAtAntimeridian(polygon: Polygon): Polygon | MultiPolygon {
  const parts = [-360, 0, 360].flatMap((turn) => {
    const { coordinates } = bboxClip(polygon, [turn - 180, -90, turn + 180, 90]).geometry;
    const rings = (coordinates as Position[][]).map((ring) =>
      ring.map(([lon = 0, lat = 0]) => [lon - turn, lat]),
    );
    return rings.length > 0 ? [rings] : [];
  });
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: parts };
}
