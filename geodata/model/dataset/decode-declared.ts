// Reading what a dataset says of itself, as the document of a dataset brings it.
import {
  aNumber,
  aText,
  type Decoder,
  listOf,
  objectOf,
  oneOf,
  orAbsent,
  orNull,
  recordOf,
} from "../field/decode.ts";
import { aDay, aLocalized } from "../field/decode-record.ts";
import type { Bbox } from "../space/bbox.ts";
import { ATTRIBUTE_TYPES, type Attribute } from "./attribute.ts";
import {
  type CollectionWords,
  type Declared,
  type DeclaredMeasure,
  type DeclaredSeparation,
  type Family,
  GAZETTEER_CLASSES,
  type GazetteerType,
  MEASURE_TYPES,
  type NamedPlace,
  OPENING_MODES,
  SIDE_COLOURS,
  SIDE_SYMBOLS,
  type SideWords,
  SYMBOLS,
  type Term,
  type Vocabularies,
  WEIGHTS,
} from "./declared.ts";

const aBox = objectOf<Bbox>({ west: aNumber, south: aNumber, east: aNumber, north: aNumber });
const perhapsLocalized = orNull(aLocalized);
const ids = listOf(aText);

const TERMS = listOf(
  objectOf<Term>({
    id: aText,
    label: aLocalized,
    short: perhapsLocalized,
    means: perhapsLocalized,
    family: orNull(aText),
    gazetteer: orNull(
      objectOf<GazetteerType>({ featureClass: oneOf(GAZETTEER_CLASSES), code: orNull(aText) }),
    ),
  }),
);

const COLLECTION = objectOf<CollectionWords>({
  id: orNull(aText),
  title: perhapsLocalized,
  description: perhapsLocalized,
});

const ATTRIBUTES = listOf(
  objectOf<Attribute>({
    name: aText,
    column: aText,
    type: oneOf(ATTRIBUTE_TYPES),
    title: aLocalized,
    means: aText,
    unit: orNull(aText),
    choices: orNull(ids),
  }),
);

const NAMED_PLACE = objectOf<NamedPlace>({ place: aText, label: aLocalized });
const SIDE = objectOf<SideWords>({
  label: aLocalized,
  short: aLocalized,
  sentence: perhapsLocalized,
  colour: oneOf(SIDE_COLOURS),
  symbol: oneOf(SIDE_SYMBOLS),
});

export const SEPARATION_PARTS: {
  readonly [Name in keyof DeclaredSeparation]: Decoder<DeclaredSeparation[Name]>;
} = {
  reference: NAMED_PLACE,
  further: listOf(NAMED_PLACE),
  line: orNull(objectOf({ outlines: ids, label: aLocalized })),
  sides: orNull(objectOf({ inside: SIDE, edge: SIDE, beyond: SIDE })),
};

export const DECLARED_PARTS: { readonly [Name in keyof Declared]: Decoder<Declared[Name]> } = {
  languages: ids,
  title: aLocalized,
  headline: perhapsLocalized,
  standfirst: perhapsLocalized,
  description: aLocalized,
  attribution: aLocalized,
  credit: aLocalized,
  timeZone: aText,
  firstDay: aDay,
  lastDay: aDay,
  openingDay: aDay,
  openingMode: oneOf(OPENING_MODES),
  extent: aBox,
  home: aBox,
  vocabularies: objectOf<Vocabularies>({
    placeKinds: TERMS,
    eventCategories: TERMS,
    agencies: TERMS,
    measures: TERMS,
    counterKinds: TERMS,
    sourceKinds: TERMS,
    endReasons: TERMS,
    eventFamilies: listOf(
      objectOf<Family>({
        id: aText,
        label: aLocalized,
        symbol: oneOf(SYMBOLS),
        weight: oneOf(WEIGHTS),
      }),
    ),
  }),
  roles: objectOf({ sites: ids, outlined: ids, grounds: ids, barriers: ids, landmarks: ids }),
  phrases: objectOf({
    wholeMap: perhapsLocalized,
    site: orAbsent(aLocalized),
    sites: orAbsent(aLocalized),
    siteOutline: perhapsLocalized,
    barriers: perhapsLocalized,
    sitesMethod: perhapsLocalized,
  }),
  collections: objectOf({
    places: COLLECTION,
    sites: COLLECTION,
    outlines: COLLECTION,
    events: COLLECTION,
    movements: COLLECTION,
    counts: COLLECTION,
    sources: COLLECTION,
    citations: COLLECTION,
    attestations: COLLECTION,
    phases: COLLECTION,
    basemap: COLLECTION,
  }),
  attributes: objectOf({ events: ATTRIBUTES, places: ATTRIBUTES, shapes: ATTRIBUTES }),
  measures: listOf(
    objectOf<DeclaredMeasure>({
      type: oneOf(MEASURE_TYPES),
      field: orNull(aText),
      label: perhapsLocalized,
    }),
  ),
  compare: orNull(objectOf({ from: aDay, to: aDay })),
  shortNames: recordOf(aLocalized),
  titleTemplates: listOf(aLocalized),
  emphasis: recordOf(ids),
  carriers: recordOf(aText),
};
