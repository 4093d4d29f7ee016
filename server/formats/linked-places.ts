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

type Own = NonNullable<Feature["properties"]>;

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
  const title = own.name_en ?? String(feature.id);
  const when = whenOf(own);
  const related = (type: keyof typeof RELATIONS, ids: readonly string[]) =>
    ids.map((id) => ({ ...RELATIONS[type](id), relationTo: uri(id) }));
  return {
    "@id": uri(String(feature.id)),
    type: "Feature",
    properties: {
      title,
      ...(country ? { ccodes: [country] } : {}),
      fclasses: [featureClass],
    },
    when,
    names: [
      { toponym: title, lang: "en", citations },
      ...(own.name_fr ? [{ toponym: own.name_fr, lang: "fr", citations }] : []),
      ...(own.other_names ?? []).map((toponym: string) => ({ toponym, citations })),
    ],
    types: own.kind
      ? [
          {
            identifier: identifier ?? `${about.codebook}#/properties/kind`,
            label: own.kind,
            sourceLabels: [{ label: own.kind, lang: "en" }],
          },
        ]
      : [],
    geometry: feature.geometry && {
      ...feature.geometry,
      when,
      certainty: CERTAINTIES[own.position_basis as keyof typeof CERTAINTIES] ?? "uncertain",
      ...(own.precision_m
        ? { approximation: { type: "geo:hasSpatialAccuracy", tolerance: own.precision_m } }
        : {}),
    },
    descriptions: [
      ...(own.description_en ? [{ value: own.description_en, lang: "en" }] : []),
      ...(own.description_fr ? [{ value: own.description_fr, lang: "fr" }] : []),
    ],
    relations: [
      ...related("whole", own.part_of ? [own.part_of] : []),
      ...related("predecessor", own.predecessor_ids ?? []),
      ...related("successor", own.successor_ids ?? []),
    ],
  };
}

/**
 * A type of relation has to be a term of a published vocabulary. Getty's has none for where people came from and went
 * to, so that it is a relation of which its label tells the kind.
 */
const RELATIONS = {
  whole: (id: string) => ({ relationType: "gvp:broaderPartitive", label: `part of ${id}` }),
  predecessor: (id: string) => ({ relationType: RELATED, label: `people came from ${id}` }),
  successor: (id: string) => ({ relationType: RELATED, label: `people went to ${id}` }),
};
const RELATED = "gvp:tgn3000_related_to";

/** How well a position is known, in the format's words. */
const CERTAINTIES = {
  measured: "certain",
  constrained: "less-certain",
  estimated: "uncertain",
} as const;

/** The time of a place with its EDTF as a label. A side of which nothing is known is left out. */
function whenOf(own: Own) {
  const [start, end] = [bound(own, "start"), bound(own, "end")];
  const isKnown = start !== undefined || end !== undefined;
  const label = own.start_edtf || own.end_edtf ? edtfOf(own) : undefined;
  return {
    timespans: isKnown ? [{ ...(start ? { start } : {}), ...(end ? { end } : {}) }] : [],
    ...(label ? { label } : {}),
  };
}

const edtfOf = (own: Own) => `${own.start_edtf ?? ""}/${own.end_edtf ?? ""}`;

/** The bounds of a start or an end; one day is `in`. A year before 1 is known where its day has no form. */
function bound(own: Own, side: "start" | "end") {
  const [earliest, latest] = [own[`${side}_earliest`], own[`${side}_latest`]];
  if (earliest && earliest === latest) return { in: earliest };
  const [first, last] =
    side === "start"
      ? [earliest ?? yearText(own.start_year), latest]
      : [earliest, latest ?? yearText(own.end_year)];
  if (!first && !last) return undefined;
  return { ...(first ? { earliest: first } : {}), ...(last ? { latest: last } : {}) };
}

function yearText(year: number | null | undefined): string | undefined {
  if (year === null || year === undefined) return undefined;
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}
