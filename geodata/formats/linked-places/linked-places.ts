// Linked Places (a GeoJSON-LD profile for historical gazetteers, context of the Pelagios network): places with the
// spans, names and relations that are attested.
import type { Feature } from "geojson";
import { isAttribute } from "#model/collection/attributes.ts";
import { arePoints, firstPosition } from "#model/space/points.ts";
import { featureName, textOfFeature } from "../feature-name.ts";
import type { FeatureSet, FeatureWriter } from "../feature-writer.ts";
import { type CountryOf, countryFinder } from "./country-codes.ts";
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

function toLinkedPlace(feature: Feature, set: FeatureSet, countryOf: CountryOf) {
  const { about, collection, conventions = true, itemsUrl } = set;
  const own = feature.properties ?? {};
  const uri = (id: string) => `${itemsUrl}/${id}`;
  const citations = (own.source_ids ?? []).map((id: string) => ({
    label: id,
    "@id": uri("").replace(/[^/]+\/items\/$/, `sources/items/${id}`),
  }));
  const { featureClass, identifier } = gazetteerType(set.vocabularies, own.kind);
  const country =
    feature.geometry && arePoints(feature.geometry)
      ? countryOf(firstPosition(feature.geometry))
      : undefined;
  const title = featureName(feature, collection, set.language);
  const when = whenOf(own, conventions);
  const related = (type: keyof typeof RELATIONS, ids: readonly string[]) =>
    ids.map((id) => ({ ...RELATIONS[type](id), relationTo: uri(id) }));
  return {
    "@id": uri(String(feature.id)),
    type: "Feature",
    properties: {
      title,
      ...(country ? { ccodes: [country] } : {}),
      fclasses: [featureClass],
      ...attributesIn(own, set),
    },
    when,
    names: [
      ...textsOf(own, set, "name").map(([lang, toponym]) => ({ toponym, lang, citations })),
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
      ...textsOf(own, set, "description").map(([lang, value]) => ({ value, lang })),
      ...conventionTold(own, set, conventions),
    ],
    relations: [
      ...related("whole", own.part_of ? [own.part_of] : []),
      ...related("predecessor", own.predecessor_ids ?? []),
      ...related("successor", own.successor_ids ?? []),
    ],
  };
}

/** What columns of the dataset's own say: the format has no other room for it. */
const attributesIn = (own: Own, { collection, properties }: FeatureSet) =>
  Object.fromEntries(
    collection.properties
      .filter((property) => isAttribute(property) && properties.includes(property.name))
      .flatMap(({ name }) => (own[name] == null ? [] : [[name, own[name]]])),
  );

/** A text in each language, the language first. */
const textsOf = (own: Own, { collection }: FeatureSet, column: string) =>
  Object.entries(textOfFeature(own, collection, column) ?? {});

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
  unstated: "uncertain",
} as const;

/**
 * The time of a place with its EDTF as a label. A side of which nothing is known is left out. The format knows a
 * certainty of the whole alone: where a convention fills a bound it is uncertain, and a description tells which.
 */
function whenOf(own: Own, conventions: boolean) {
  const [start, end] = [bound(own, "start", conventions), bound(own, "end", conventions)];
  const isKnown = start !== undefined || end !== undefined;
  const label = own.start_edtf || own.end_edtf ? edtfOf(own) : undefined;
  return {
    timespans: isKnown ? [{ ...(start ? { start } : {}), ...(end ? { end } : {}) }] : [],
    ...(label ? { label } : {}),
    ...(isKnown && own.convention && conventions ? { certainty: "uncertain" } : {}),
  };
}

const edtfOf = (own: Own) => `${own.start_edtf ?? ""}/${own.end_edtf ?? ""}`;

/** Whether no source gives the outer bound of the side. */
const isUnsourced = (own: Own, side: "start" | "end") =>
  own.convention === side || own.convention === "both";

/**
 * The bounds of a start or an end; one day is `in`. A year before 1 is known where its day has no form. A bound that no
 * source gives, and no convention fills, is not there: it had begun by the attested day, or had not ended before it.
 */
function bound(own: Own, side: "start" | "end", conventions: boolean) {
  const isCut = !conventions && isUnsourced(own, side);
  const [earliest, latest] = [own[`${side}_earliest`], own[`${side}_latest`]];
  if (earliest && earliest === latest && !isUnsourced(own, side)) return { in: earliest };
  const [first, last] =
    side === "start"
      ? [earliest ?? yearText(own.start_year), latest]
      : [earliest, latest ?? yearText(own.end_year)];
  if (isCut)
    return side === "start" ? only("latest", last ?? first) : only("earliest", first ?? last);
  if (!first && !last) return undefined;
  return { ...(first ? { earliest: first } : {}), ...(last ? { latest: last } : {}) };
}

const only = (name: "earliest" | "latest", day: string | null | undefined) =>
  day ? { [name]: day } : undefined;

const UNSOURCED = { start: "start", end: "end", both: "start or end" } as const;

/**
 * Which bounds no source gives, and what the convention is that fills them, as descriptions: what the dataset says of it
 * in English follows in the same one.
 */
function conventionTold(
  own: Own,
  set: FeatureSet,
  conventions: boolean,
): { value: string; lang: string }[] {
  if (!own.convention) return [];
  const unsourced = UNSOURCED[own.convention as keyof typeof UNSOURCED];
  if (!conventions) {
    const value = `No source gives the ${unsourced}; only what is attested is said of it.`;
    return [{ value, lang: "en" }];
  }
  const notes = textOfFeature(own, set.collection, "bounds_note") ?? {};
  const told = [`No source gives the ${unsourced}; a stated convention fills it.`, notes.en];
  const others = notes.en === undefined ? Object.entries(notes) : [];
  return [
    { value: told.filter(Boolean).join(" "), lang: "en" },
    ...others.map(([lang, value]) => ({ value, lang })),
  ];
}

function yearText(year: number | null | undefined): string | undefined {
  if (year === null || year === undefined) return undefined;
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}
