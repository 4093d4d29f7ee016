// A data package that was read.
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import type { Derivable } from "#model/dataset/whole.ts";
import type { FileForm } from "../files/file-form.ts";
import type { PackageFiles } from "../files/package-files.ts";
import type { SeenIds } from "../files/seen-ids.ts";
import type { TableName } from "../tables.ts";
import type { OwnColumnsOfTables, PackageRow } from "./checked-rows.ts";
import type { Descriptor } from "./descriptor.ts";

/** Tables that are kept whole; events, of which there may be any number, are read as they are written. */
export type KeptTable = Exclude<TableName, "events">;

/** The rows of every table but the events, none for a table that the package does not bring. */
export type PackageTables = { readonly [Name in KeptTable]: readonly PackageRow<Name>[] };

export type DataPackage = {
  readonly source: PackageFiles;
  readonly descriptor: Descriptor;
  /** File of each table that the package brings. */
  readonly files: ReadonlyMap<TableName, string>;
  /** How each of them is written. */
  readonly forms: ReadonlyMap<TableName, FileForm>;
  /** The columns of each of them that no record type knows. */
  readonly own: OwnColumnsOfTables;
  readonly tables: PackageTables;
  /** What the dataset says of itself, what the descriptor leaves out filled in. */
  readonly declared: Declared;
  readonly separation: DeclaredSeparation | null;
  /** What of `declared` the descriptor leaves out, so that it follows from the rows. */
  readonly derived: readonly Derivable[];
  /** Ids of each table that was read; some may be missing (`isComplete`). */
  readonly ids: Map<TableName, SeenIds>;
};
