// The tables that a data package may bring, column by column. What is not named here is refused, so that nothing a
// publisher wrote is dropped in silence.

import { CONVENTIONS } from "#model/convention.ts";
import { PLACE_KINDS, RING_ROAD_FLAGS } from "#model/place.ts";
import { POSITION_BASES, PROTECTIONS } from "#model/position.ts";
import {
  AGENCIES,
  BASEMAP_CLASSES,
  COUNTER_KINDS,
  EVENT_CERTAINTIES,
  LINK_STATUSES,
  MEASURES,
  MOVEMENT_CONFIDENCES,
  SENSITIVITIES,
  SOURCE_KINDS,
} from "#model/record.ts";
import {
  count,
  day,
  degrees,
  edtf,
  type Field,
  label,
  list,
  metres,
  oneOf,
  required,
  slug,
  text,
  webAddress,
  zoom,
} from "./field.ts";

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A row that was read: every field has its value. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

const optionalColumn = { optionalColumn: true } as const;
const sourceIds = list({ references: ["sources"] });
const id = required(slug());

const spanDays = {
  start_earliest: day(),
  start_latest: day(),
  end_earliest: day(),
  end_latest: day(),
};

const quality = {
  precision_m: required(metres()),
  position_basis: required(oneOf(POSITION_BASES)),
};

const claim = {
  id,
  place_id: required(slug({ references: ["places"] })),
  date_edtf: required(edtf()),
  date_earliest: required(day()),
  date_latest: required(day()),
};

const claimNumbers = { low: count(), best: count(), high: count() };

const counter = {
  counted_by: required(label()),
  counted_by_fr: label(optionalColumn),
  counted_by_kind: required(oneOf(COUNTER_KINDS)),
};

export const TABLES = {
  sources: {
    id,
    title: required(label()),
    publisher: required(label()),
    url: webAddress(),
    published: edtf(),
    lang: required(label()),
    kind: required(oneOf(SOURCE_KINDS)),
    note: text(),
  },
  /** What a check of the sources' addresses found; its id is the source's. */
  links: {
    id: required(slug({ references: ["sources"] })),
    status: required(oneOf(LINK_STATUSES)),
    checked_on: required(day()),
    http_status: count(),
  },
  actors: { id, label_en: required(label()), label_fr: required(label()) },
  places: {
    id,
    name_en: required(label()),
    name_fr: required(label()),
    other_names: list(),
    kind: required(oneOf(PLACE_KINDS)),
    description_en: required(text()),
    description_fr: required(text()),
    // Of a hidden place they may be left empty: `checkPlacePosition`.
    lon: degrees(180),
    lat: degrees(90),
    precision_m: metres(),
    position_basis: oneOf(POSITION_BASES),
    position_note: text(),
    disclosure: oneOf(PROTECTIONS, optionalColumn),
    start_edtf: edtf(),
    start_earliest: day(),
    start_latest: day(),
    end_edtf: edtf(),
    end_earliest: day(),
    end_latest: day(),
    end_reason: label(),
    convention: oneOf(CONVENTIONS, optionalColumn),
    bounds_note: text(),
    ring_road: oneOf(RING_ROAD_FLAGS),
    part_of: slug({ references: ["places"] }),
    predecessor_ids: list({ references: ["places"] }),
    successor_ids: list({ references: ["places"] }),
    source_ids: sourceIds,
  },
  shapes: {
    id,
    place_id: slug({ references: ["places"] }),
    name_en: required(label()),
    name_fr: required(label()),
    kind: required(oneOf(PLACE_KINDS)),
    start_edtf: edtf(),
    start_earliest: day(),
    start_latest: day(),
    end_edtf: edtf(),
    end_earliest: day(),
    end_latest: day(),
    ...quality,
    disclosure: oneOf(PROTECTIONS, optionalColumn),
    note_en: text(),
    note_fr: text(),
    source_ids: sourceIds,
  },
  events: {
    id,
    edtf: required(edtf()),
    ...spanDays,
    date_precision: label(),
    category: required(slug()),
    title_en: required(label()),
    title_fr: required(label()),
    summary_en: required(text()),
    summary_fr: required(text()),
    place_id: slug({ references: ["places"] }),
    lon: degrees(180, optionalColumn),
    lat: degrees(90, optionalColumn),
    precision_m: metres(optionalColumn),
    position_basis: oneOf(POSITION_BASES, optionalColumn),
    disclosure: oneOf(PROTECTIONS, optionalColumn),
    people_low: count(),
    people_high: count(),
    people_note: text(),
    actors: list({ references: ["actors"] }),
    account_paragraph: count(optionalColumn),
    certainty: required(oneOf(EVENT_CERTAINTIES)),
    source_ids: sourceIds,
    sensitivity: required(oneOf(SENSITIVITIES)),
  },
  movements: {
    id,
    from_id: required(slug({ references: ["places"] })),
    to_id: required(slug({ references: ["places"] })),
    start_earliest: day(),
    start_latest: day(),
    edtf: required(edtf()),
    people_low: count(),
    people_high: count(),
    people_note: text(),
    agency: required(oneOf(AGENCIES)),
    confidence: required(oneOf(MOVEMENT_CONFIDENCES)),
    note_en: required(text()),
    note_fr: required(text()),
    source_ids: sourceIds,
  },
  counts: {
    ...claim,
    ...claimNumbers,
    measure: required(oneOf(MEASURES)),
    ...counter,
    method: required(text()),
    quality_note: text(),
    source_ids: sourceIds,
  },
  deaths: {
    ...claim,
    scope: required(oneOf(["single", "total"])),
    ...claimNumbers,
    cause_class: required(slug()),
    ...counter,
    note_en: required(text()),
    note_fr: required(text()),
    source_ids: sourceIds,
  },
  contradictions: {
    id,
    subject_ids: list({ references: ["places", "events"] }),
    topic: required(oneOf(["date", "place", "number", "cause", "other"])),
    statement_en: required(text()),
    statement_fr: required(text()),
    resolution_en: required(text()),
    resolution_fr: required(text()),
    source_ids: sourceIds,
  },
  phases: {
    id,
    title_en: required(label()),
    title_fr: required(label()),
    start: required(day()),
    end: required(day()),
    summary_en: required(text()),
    summary_fr: required(text()),
    source_ids: sourceIds,
  },
  story: {
    order: required(count()),
    id,
    title_en: required(label()),
    title_fr: required(label()),
    date: required(day()),
    window_start: required(day()),
    window_end: required(day()),
    place_id: required(slug({ references: ["places"] })),
    zoom: required(zoom()),
    text_en: required(text()),
    text_fr: required(text()),
    event_ids: list({ references: ["events"] }),
    source_ids: sourceIds,
  },
  basemap: {
    id,
    class: required(oneOf(BASEMAP_CLASSES)),
    name_fr: label(),
    name_en: label(),
    min_zoom: required(count()),
    ...quality,
    note: text(),
    source_ids: sourceIds,
  },
  ring: {
    id,
    name_en: required(label()),
    name_fr: required(label()),
    note_en: text(),
    note_fr: text(),
  },
} as const satisfies Readonly<Record<string, Fields>>;

export type TableName = keyof typeof TABLES;

/** Tables whose rows are GeoJSON features; the others are CSV. */
export const GEOJSON_TABLES: ReadonlySet<TableName> = new Set(["shapes", "basemap", "ring"]);

/** Tables without which there is nothing to show. */
export const REQUIRED_TABLES: readonly TableName[] = ["sources", "places", "ring"];

/** A row with the place where it stands in its file. */
export type Row<Name extends TableName> = {
  readonly line: number;
  readonly values: Values<(typeof TABLES)[Name]>;
};
