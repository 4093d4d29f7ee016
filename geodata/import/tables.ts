// The tables that a data package may bring, column by column: those of the record types, some under the names that
// files have for them. Of a text there is a column for each language of the package. What is not named here is refused, or
// kept as an attribute, so that nothing a publisher wrote is dropped in silence.
import type { Attributes } from "#model/field/attributes.ts";
import { type Field, required } from "#model/field/field.ts";
import { type Columns, columnsOf, localized, pick, type ValueOf } from "#model/field/member.ts";
import { count, day, degrees } from "#model/field/number-fields.ts";
import { choice, label, slug, text } from "#model/field/text-fields.ts";
import { ACTOR } from "#model/record/actor.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { ID, OPTIONAL_QUALITY, SPAN, THE_PLACE } from "#model/record/groups.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { LINK_STATUSES, SOURCE } from "#model/record/source.ts";

/** A row that was read: every column has its value, and a text is one value whatever its languages are. */
export type Values<F extends Columns> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

const CLAIM_NAMES = {
  edtf: "date_edtf",
  earliest: "date_earliest",
  latest: "date_latest",
} as const;

/** Columns of records that files call otherwise, by table. */
export const NAMES_IN_FILES = {
  events: { actor_ids: "actors" },
  counts: CLAIM_NAMES,
  deaths: CLAIM_NAMES,
  phases: { start_day: "start", until_day: "end" },
  story: { position: "order", window_until: "window_end" },
  basemap: { position_note: "note" },
} as const;

type Named<F extends Columns, Names> = {
  readonly [Name in keyof F as Name extends keyof Names ? Names[Name] & string : Name]: F[Name];
};

/** The columns under the names that files have for them. */
function named<F extends Columns, Names extends Readonly<Record<string, string>>>(
  fields: F,
  names: Names,
): Named<F, Names> {
  const entries = Object.entries(fields).map(([name, field]) => [names[name] ?? name, field]);
  return Object.fromEntries(entries) as Named<F, Names>;
}

const LONGITUDE = degrees(
  180,
  "Longitude in degrees (WGS 84); of several points, each, with semicolons between them.",
);
const LATITUDE = degrees(
  90,
  "Latitude in degrees (WGS 84); of several points, each, in the same order.",
);
const optional = <Of extends Field>(field: Of): Of => ({ ...field, optionalColumn: true });
const inEveryFile = <Of extends Field>(field: Of): Of => ({ ...field, optionalColumn: false });

const QUALITY = columnsOf({ quality: OPTIONAL_QUALITY });
const days = columnsOf({ span: SPAN });

/** When a place was there: each bound as a text, and its days. */
const DATES = {
  start_edtf: PLACE_PHASE.start_edtf,
  ...pick(days, "start_earliest", "start_latest"),
  end_edtf: PLACE_PHASE.end_edtf,
  ...pick(days, "end_earliest", "end_latest"),
};

const { link: _link, ...SOURCE_ITSELF } = SOURCE;
/** Read off the dates. */
const { end_time: _endTime, start_time: _startTime, ...EVENT_COLUMNS } = columnsOf(EVENT);
const { end_earliest: _earliest, end_latest: _latest, ...MOVEMENT_COLUMNS } = columnsOf(MOVEMENT);

export const TABLES = {
  sources: columnsOf(SOURCE_ITSELF),
  /** What a check of the sources' addresses found; its id is the source's. */
  links: {
    id: required(slug("The source.", { references: ["sources"] })),
    status: required(choice(LINK_STATUSES, SOURCE.link.parts.status[1].means)),
    checked_on: required(day(SOURCE.link.parts.checkedOn[1].means)),
    http_status: count("What the address answered (HTTP)."),
  },
  actors: columnsOf(ACTOR),
  places: {
    ...columnsOf(pick(PLACE, "id", "name", "other_names", "kind", "description")),
    // Of a hidden place they may be left empty: `checkPlacePosition`.
    lon: LONGITUDE,
    lat: LATITUDE,
    precision_m: inEveryFile(QUALITY.precision_m),
    position_basis: inEveryFile(QUALITY.position_basis),
    ...columnsOf(pick(PLACE_PHASE, "position_note", "disclosure")),
    ...DATES,
    ...columnsOf(pick(PLACE, "end_reason")),
    ...columnsOf(pick(PLACE_PHASE, "convention", "bounds_note")),
    ...columnsOf(
      pick(PLACE, "stated_side", "part_of", "predecessor_ids", "successor_ids", "source_ids"),
    ),
  },
  shapes: {
    id: ID,
    place_id: THE_PLACE,
    ...columnsOf(pick(PLACE, "name", "kind")),
    ...DATES,
    ...columnsOf(pick(PLACE_PHASE, "quality", "disclosure", "note", "source_ids")),
  },
  events: named(
    {
      ...columnsOf(
        pick(
          EVENT,
          ...(["id", "edtf", "span", "date_precision", "category"] as const),
          ...(["title", "summary", "place_id"] as const),
        ),
      ),
      lon: optional(LONGITUDE),
      lat: optional(LATITUDE),
      ...EVENT_COLUMNS,
    },
    NAMES_IN_FILES.events,
  ),
  movements: MOVEMENT_COLUMNS,
  counts: named(columnsOf(COUNT), NAMES_IN_FILES.counts),
  deaths: named(columnsOf(DEATH), NAMES_IN_FILES.deaths),
  contradictions: columnsOf(CONTRADICTION),
  citations: columnsOf(CITATION),
  attestations: columnsOf(ATTESTATION),
  phases: named(columnsOf(PHASE), NAMES_IN_FILES.phases),
  story: named(columnsOf(STORY_STEP), NAMES_IN_FILES.story),
  basemap: named(columnsOf(BASEMAP_FEATURE), NAMES_IN_FILES.basemap),
  /** The area on the near side of the separating line. */
  ring: columnsOf({
    id: ID,
    name: localized(required(label("Name in {language}."))),
    note: localized(text("Remark in {language}.")),
  }),
} as const satisfies Readonly<Record<string, Columns>>;

export type TableName = keyof typeof TABLES;

/** Tables whose rows are GeoJSON features; the others are CSV. */
export const GEOJSON_TABLES: ReadonlySet<TableName> = new Set(["shapes", "basemap", "ring"]);

/** Tables of which there is one at least: without them there is nothing to show. */
export const TELLING_TABLES: readonly TableName[] = ["places", "events"];

/** What files of the table call columns otherwise. */
export function namesInFile(table: TableName): Readonly<Record<string, string>> {
  return table in NAMES_IN_FILES ? NAMES_IN_FILES[table as keyof typeof NAMES_IN_FILES] : {};
}

/** A row with the place where it stands in its file. */
export type Row<Name extends TableName> = {
  readonly line: number;
  readonly values: Values<(typeof TABLES)[Name]>;
  /** What columns of the dataset's own say; null: nothing. */
  readonly attributes?: Attributes | null;
};
