/** What whoever brings a file without a descriptor says of it; all of it has a default. */
export type LooseChoice = {
  /** The id of the dataset. Default: of the name of the file. */
  readonly as?: string | undefined;
  /** Default: the name of the file. */
  readonly title?: string | undefined;
  /** The language of the texts (BCP 47). Default: those of columns such as title_fr, or English. */
  readonly lang?: string | undefined;
  /** Default: UTC. */
  readonly "time-zone"?: string | undefined;
  /** Default: UTF-8. */
  readonly encoding?: string | undefined;
};

/** The names of the choices, as a command has them. */
export const LOOSE_OPTIONS = ["as", "title", "lang", "time-zone", "encoding"] as const;
