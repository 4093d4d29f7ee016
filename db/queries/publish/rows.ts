// The rows of a version, table by table.
import type { PgTable } from "drizzle-orm/pg-core";
import {
  actors,
  attestations,
  basemapFeatures,
  citations,
  contradictions,
  counts,
  deaths,
  events,
  fieldCitations,
  movements,
  phases,
  placePhases,
  places,
  sources,
  storySteps,
  type versions,
} from "../../schema/index.ts";
import type { TableRecord } from "../protect/delete-records.ts";

/** Tables that events refer to, in an order in which every row that is referred to comes first. */
export const PLACE_TABLES = { places, placePhases } as const;
/** Tables whose rows are few; some refer to events. */
export const LATER_TABLES = {
  sources,
  actors,
  movements,
  counts,
  deaths,
  contradictions,
  phases,
  storySteps,
  basemapFeatures,
  citations,
  fieldCitations,
  attestations,
} as const;
export const FEW_TABLES = { ...PLACE_TABLES, ...LATER_TABLES };
/** Every table whose rows live from one version until another. */
export const LIVING_TABLES = { ...PLACE_TABLES, events, ...LATER_TABLES };

export type FewTable = keyof typeof FEW_TABLES;
export type TableName = keyof typeof LIVING_TABLES;

type RowsOf<Table extends PgTable> = readonly Omit<
  Table["$inferInsert"],
  "datasetId" | "since" | "until"
>[];
type RowsOfTables<Tables extends Readonly<Record<string, PgTable>>> = {
  readonly [Name in keyof Tables]: RowsOf<Tables[Name]>;
};

export type PlaceRows = RowsOfTables<typeof PLACE_TABLES>;
export type LaterRows = RowsOfTables<typeof LATER_TABLES>;

/** What is made of events that are written. */
export type EventMaking = {
  /** The words by which one is found. */
  readonly wordsOf: (row: EventRow) => readonly string[];
  /** By what these are made: where it is another, so may be the words. */
  readonly wordsBy: string;
};

/** Every row of a dataset but its events, of which there may be any number. */
export type DatasetRows = PlaceRows & {
  readonly dataset: Omit<
    typeof versions.$inferInsert,
    | "contentHash"
    | "datasetId"
    | "hasClock"
    | "label"
    | "number"
    | "publishedAt"
    | "severalPoints"
    | "until"
  > & {
    readonly id: string;
    /** Undefined: the number of the version. */
    readonly label: string | undefined;
  };
  readonly events: EventMaking;
  /** The rows of the other tables; asked for when every event was read. */
  readonly later: () => LaterRows;
  /** Records of the package that are not published; asked for after `later`. They are written nowhere. */
  readonly withheld: () => readonly TableRecord[];
};

/** An event as its package has it; what is made of that is added where it is written. */
export type EventRow = Omit<typeof events.$inferInsert, "digest" | "since" | "until" | "words">;
