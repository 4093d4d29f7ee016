import type { Polygon } from "geojson";
import type { Map as GlMap } from "maplibre-gl";
import { type Bbox, eastOf, wrapBbox } from "#model/space/bbox.ts";

/** What a map shows, in degrees. */
export function frameOf(map: GlMap): Bbox {
  const [west = 0, south = 0, east = 0, north = 0] = map.getBounds().toArray().flat();
  return wrapBbox({ west, south, east, north });
}

/** The same as an area that a filter can ask for. */
export function areaOf(frame: Bbox): Polygon {
  const { west, south, north } = frame;
  const east = eastOf(frame);
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
