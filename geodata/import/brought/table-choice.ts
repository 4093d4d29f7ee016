import type { Mapping } from "../mapping/mapping.ts";
import type { KnownPlace } from "../mapping/place/known-places.ts";

/** What whoever brings a file without a descriptor says of it; all of it has a default. */
export type TableChoice = {
  /** The id of the dataset. Default: of the name of the file. */
  readonly as?: string | undefined;
  /** Default: the name of the file. */
  readonly title?: string | undefined;
  /** The language of the texts (BCP 47). Default: those of columns such as title_fr, or English. */
  readonly lang?: string | undefined;
  /** Default: UTC. */
  readonly "time-zone"?: string | undefined;
  /** Default: UTF-8, or what the bytes look like. */
  readonly encoding?: string | undefined;
  /** Default: the first sheet of a spreadsheet that has rows. */
  readonly sheet?: string | undefined;
  /** The id of a preset, or none. Default: the one whose headings the file has. */
  readonly preset?: string | undefined;
  /** In which order day and month stand, where the file leaves it open. */
  readonly "date-order"?: string | undefined;
  /** What the columns are. Default: a guess. */
  readonly mapping?: Mapping | undefined;
  /** Places that rows name. */
  readonly places?: readonly KnownPlace[] | undefined;
  /** Whether rows that cannot be read are left out. Default: the file is refused for them. */
  readonly withoutRejected?: boolean | undefined;
};

/** The names of the choices, as a command has them. */
export const TABLE_OPTIONS = [
  ...(["as", "title", "lang", "time-zone", "encoding", "sheet", "preset", "date-order"] as const),
] as const;
