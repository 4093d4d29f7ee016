// A package that was sent to be published, and what came of it.
import type { Told } from "#import/load/publish-told.ts";

export type ImportTask = {
  /** The dataset to whose address it was sent. */
  readonly datasetId: string;
  /** The package as a ZIP. */
  readonly packed: Uint8Array;
  /** Everything is done, and rolled back. */
  readonly isTrial: boolean;
};

export type ImportAnswer =
  | ({ readonly status: "told" } & Told)
  /** What was sent is no package: what it is, and what it could be. */
  | { readonly status: "no-package"; readonly got: string; readonly allowed: string }
  /** It is the package of another dataset. */
  | { readonly status: "of-another"; readonly name: string }
  /** The database, or the thread, failed; in words. Nothing was published. */
  | { readonly status: "failed"; readonly message: string };

/** Publishes a package, all of it or nothing. */
export type RunImport = (task: ImportTask) => Promise<ImportAnswer>;

/** What the settings say of it. */
export type Importing = {
  /** Who sends it as a bearer may publish. */
  readonly token: string;
  /** The largest ZIP that is taken. */
  readonly megabytes: number;
  readonly run: RunImport;
};
