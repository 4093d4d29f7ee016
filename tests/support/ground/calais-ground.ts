// A ground made of the base map of Calais itself, with the layers of Protomaps or with our own.
import { readFileSync } from "node:fs";
import { type GeoJSONVTTile, geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, FeatureCollection } from "geojson";
import { mercatorX, mercatorY } from "#web/view/drawing/projection.ts";
import { type WrittenTile, writePmtiles } from "./write-pmtiles.ts";

const PROTOMAPS: Readonly<Record<string, readonly [layer: string, kind: string]>> = {
  land: ["earth", "earth"],
  town: ["landuse", "residential"],
  water: ["water", "lake"],
  canal: ["water", "canal"],
  rail: ["roads", "rail"],
  street: ["roads", "major_road"],
  motorway: ["roads", "highway"],
  station: ["pois", "station"],
};

export const GROUND_BOX = [1.7, 50.89, 2.02, 51.02] as const;

/** A PMTiles file of those zooms. */
export function calaisGround(
  schema: "protomaps" | "own" = "protomaps",
  zooms: readonly number[] = [8, 9, 10, 11, 12, 13],
): Uint8Array {
  const { features }: FeatureCollection = JSON.parse(
    readFileSync("geodata/calais/basemap.geojson", "utf8"),
  );
  const layers = new Map<string, Feature[]>();
  for (const feature of features) {
    const own = `${feature.properties?.class}`;
    const [layer, kind] = schema === "own" ? [own, own] : (PROTOMAPS[own] ?? [own, own]);
    layers.set(layer, [...(layers.get(layer) ?? []), { ...feature, properties: { kind } }]);
  }
  const [west, south, east, north] = GROUND_BOX;
  const tiles = zooms.flatMap((z) => {
    const at = (share: number) => Math.floor(share * 2 ** z);
    const found: WrittenTile[] = [];
    for (let x = at(mercatorX(west)); x <= at(mercatorX(east)); x++)
      for (let y = at(mercatorY(north)); y <= at(mercatorY(south)); y++)
        found.push({ z, x, y, bytes: tileOf(layers, z, x, y) });
    return found;
  });
  return writePmtiles({
    tiles: tiles.filter(({ bytes }) => bytes.length > 0),
    bounds: GROUND_BOX,
    layers: [...layers.keys()],
  });
}

function tileOf(layers: ReadonlyMap<string, Feature[]>, z: number, x: number, y: number) {
  const drawn: Record<string, GeoJSONVTTile> = {};
  for (const [name, features] of layers) {
    const tile = geoJSONToTile({ type: "FeatureCollection", features }, z, x, y, {
      extent: 4096,
      buffer: 64,
      tolerance: 2,
      clip: true,
      wrap: false,
    });
    if (tile && tile.features.length > 0) drawn[name] = tile as GeoJSONVTTile;
  }
  return fromGeojsonVt(drawn, { version: 2, extent: 4096 });
}
