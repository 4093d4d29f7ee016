// The modern country of a position, by Natural Earth's outlines (public domain, 1 : 10 million).
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { remembered } from "#model/remember.ts";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import { isInside } from "#model/space/geometry.ts";
import { envelopeOf } from "../envelope.ts";

export type CountryOf = (position: Position) => string | undefined;

const loaded = new Map<"finder", Promise<CountryOf>>();

/** Two letters (ISO 3166-1), or undefined at sea; read when first asked for. */
export function countryFinder(): Promise<CountryOf> {
  return remembered(loaded, "finder", load);
}

type Part = { readonly country: Feature; readonly outline: Polygon; readonly box: Bbox };

async function load(): Promise<CountryOf> {
  const { default: atlas } = await import("world-atlas/countries-10m.json");
  const { features } = feature(atlas, atlas.objects.countries) as unknown as FeatureCollection<
    Polygon | MultiPolygon
  >;
  // Half a million corners: of nearly all parts their box tells that the position is not in them.
  const parts = features.flatMap((country) => partsOf(country));
  return (position) =>
    lettersOf(
      parts.find(({ box, outline }) => isInBbox(position, box) && isInside(position, outline))
        ?.country,
    );
}

function partsOf(country: Feature<Polygon | MultiPolygon>): Part[] {
  const { geometry } = country;
  const all = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return all.flatMap((coordinates) => {
    const outline: Polygon = { type: "Polygon", coordinates };
    const own = envelopeOf(outline);
    if (!own) return [];
    const box = { west: own.minX, south: own.minY, east: own.maxX, north: own.maxY };
    return [{ country, outline, box }];
  });
}

/** The outlines have the numbers of ISO 3166-1; a locale with one is canonical with its letters. */
function lettersOf(country: Feature | undefined): string | undefined {
  if (country?.id === undefined) return undefined;
  const [locale = ""] = Intl.getCanonicalLocales(`und-${country.id}`);
  const letters = locale.slice("und-".length);
  return /^[A-Z]{2}$/.test(letters) ? letters : undefined;
}
