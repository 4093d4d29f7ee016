// What a change of a field is to those who knew the record before: the only place that says which fields make which kind.

export const CHANGE_KINDS = [
  "added",
  "removed",
  "moved",
  "re-dated",
  "re-counted",
  "re-sourced",
  "other",
] as const;
/**
 * The kinds of change, in the order in which they are told. What is removed is in the later version no more, and in the
 * earlier one as it was; what is withdrawn for good is in neither, and no difference of them.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A kind of change of a record that was there before, and is there still. */
export type FieldChangeKind = Exclude<ChangeKind, "added" | "removed">;

/** Where it is: how exactly that is known is another matter. */
export const GEOMETRY = "geometry";

const FIELDS: Readonly<Record<Exclude<FieldChangeKind, "other">, readonly string[]>> = {
  moved: [GEOMETRY, "place_id", "from_id", "to_id"],
  "re-dated": [
    ...["edtf", "start_edtf", "end_edtf"],
    ...["start_earliest", "start_latest", "end_earliest", "end_latest", "earliest", "latest"],
    ...["start_time", "end_time", "date_precision", "convention"],
    ...["start_day", "until_day", "window_start", "window_until", "date", "published"],
  ],
  "re-counted": ["low", "best", "high", "people_low", "people_high", "measure"],
  "re-sourced": ["source_ids", "source_id", "repeats", "locator", "checked_on", "verdict"],
};

const KIND_OF_FIELD: ReadonlyMap<string, FieldChangeKind> = new Map(
  (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((kind) =>
    FIELDS[kind].map((field) => [field, kind] as const),
  ),
);

/**
 * What follows from other fields, or from other records: of these the change is told, and not once more of what follows.
 */
export const DERIVED_FIELDS: ReadonlySet<string> = new Set([
  ...["start_year", "end_year", "generalised", "place_name", "from_name", "to_name"],
  ...["side", "distance_m", "further_distance_m"],
]);

/** Whether the field follows from others; names of texts end in their language (`place_name_fr`). */
export const isDerived = (field: string): boolean =>
  DERIVED_FIELDS.has(field) || /^(place|from|to)_name_[a-z]/.test(field);

/** What a change of the field is, by its name as a column has it. */
export const kindOfField = (field: string): FieldChangeKind => KIND_OF_FIELD.get(field) ?? "other";
