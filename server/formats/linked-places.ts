// Linked Places (a GeoJSON-LD profile for historical gazetteers, context of the Pelagios network): places with the
// spans, names and relations that are attested.
import type { Feature } from "geojson";
import { type CountryOf, countryFinder } from "./country-codes.ts";
import type { FeatureSet, FeatureWriter } from "./feature-writer.ts";
import { gazetteerType } from "./gazetteer-types.ts";

const CONTEXT =
  "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

export const linkedPlacesWriter: FeatureWriter = {
  async *write(set) {
    const head = { "@context": CONTEXT, type: "FeatureCollection", metadata: set.about };
    yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
    const countryOf = await countryFinder();
    let isFirst = true;
    for await (const rows of set.pages)
      for (const { feature } of rows) {
        yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(toLinkedPlace(JSON.parse(feature), set, countryOf))}`;
        isFirst = false;
      }
    yield "\n]}\n";
  },
};

function toLinkedPlace(feature: Feature, { itemsUrl, about }: FeatureSet, countryOf: CountryOf) {
  const own = feature.properties ?? {};
  const uri = (id: string) => `${itemsUrl}/${id}`;
  const citations = (own.source_ids ?? []).map((id: string) => ({
    label: id,
    "@id": uri("").replace(/[^/]+\/items\/$/, `sources/items/${id}`),
  }));
  const { featureClass, identifier } = gazetteerType(own.kind);
  const country =
    feature.geometry?.type === "Point" ? countryOf(feature.geometry.coordinates) : undefined;
  const when = { timespans: [{ start: bound(own, "start"), end: bound(own, "end") }] };
  const relation = (type: string) => (id: string) => ({ relationType: type, relationTo: uri(id) });
  return {
    "@id": uri(String(feature.id)),
    type: "Feature",
    properties: {
      title: own.name_en ?? String(feature.id),
      ccodes: country ? [country] : [],
      fclasses: [featureClass],
    },
    when,
    names: [
      ...(own.name_en ? [{ toponym: own.name_en, lang: "en", citations }] : []),
      ...(own.name_fr ? [{ toponym: own.name_fr, lang: "fr", citations }] : []),
      ...(own.other_names ?? []).map((toponym: string) => ({ toponym, citations })),
    ],
    types: [
      {
        identifier: identifier ?? `${about.codebook}#/properties/kind`,
        label: own.kind,
        sourceLabels: [{ label: own.kind, lang: "en" }],
      },
    ],
    geometry: feature.geometry && {
      ...feature.geometry,
      when,
      certainty: CERTAINTIES[own.position_basis as keyof typeof CERTAINTIES] ?? "uncertain",
      granularity: own.precision_m,
    },
    descriptions: [
      ...(own.description_en ? [{ value: own.description_en, lang: "en" }] : []),
      ...(own.description_fr ? [{ value: own.description_fr, lang: "fr" }] : []),
    ],
    relations: [
      ...(own.part_of ? [relation("gvp:broaderPartitive")(own.part_of)] : []),
      ...(own.predecessor_ids ?? []).map(relation("succeeds")),
      ...(own.successor_ids ?? []).map(relation("precedes")),
    ],
  };
}

/** How well a position is known, in the format's words. */
const CERTAINTIES = {
  measured: "certain",
  constrained: "less-certain",
  estimated: "uncertain",
} as const;

/** The bounds of a start or an end; one day is `in`. */
function bound(own: Record<string, unknown>, side: "start" | "end") {
  const [earliest, latest] = [own[`${side}_earliest`], own[`${side}_latest`]];
  if (earliest && earliest === latest) return { in: earliest };
  return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
}
