// The modern country of a position, by Natural Earth's outlines (public domain, 1 : 10 million).
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { remembered } from "#model/remember.ts";
import { isInside } from "#model/space/geometry.ts";

export type CountryOf = (position: Position) => string | undefined;

const loaded = new Map<"finder", Promise<CountryOf>>();

/** Two letters (ISO 3166-1), or undefined at sea; read when first asked for. */
export function countryFinder(): Promise<CountryOf> {
  return remembered(loaded, "finder", load);
}

async function load(): Promise<CountryOf> {
  const { default: atlas } = await import("world-atlas/countries-10m.json");
  const { features } = feature(atlas, atlas.objects.countries) as unknown as FeatureCollection<
    Polygon | MultiPolygon
  >;
  const known = new Map<string, string | undefined>();
  return (position) => {
    const key = position.join();
    if (!known.has(key))
      known.set(key, lettersOf(features.find(({ geometry }) => isWithin(position, geometry))));
    return known.get(key);
  };
}

function isWithin(position: Position, geometry: Polygon | MultiPolygon): boolean {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.some((coordinates) => isInside(position, { type: "Polygon", coordinates }));
}

/** The outlines have the numbers of ISO 3166-1; a locale with one is canonical with its letters. */
function lettersOf(country: Feature | undefined): string | undefined {
  if (country?.id === undefined) return undefined;
  const [locale = ""] = Intl.getCanonicalLocales(`und-${country.id}`);
  const letters = locale.slice("und-".length);
  return /^[A-Z]{2}$/.test(letters) ? letters : undefined;
}
