// What can be said of a file, for programs; `verdict-words.ts` says it to people.
import type { Problem } from "#model/problem.ts";
import type { RecordTable } from "#web/view/proof/drawn-records.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import type { OpenIdentity } from "../credentials/identity.ts";
import type { FileFormat } from "../proofs/read-proof.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";
import type { DrawPicture } from "../snapshot/picture-task.ts";

/**
 * - `intact`: drawn again from the newest data it has the same bytes
 * - `records-agree`: its records are as it says, of whatever version; its images are not compared, as those of a film, or one of several of a kit
 * - `outdated`: the same of its own version, and there is a newer one
 * - `other-release`: its records are as it says; another program drew it, which may draw otherwise
 * - `other-ground`: the same of what lies under its maps: another ground than here, or none
 * - `other-data`: the version has other content here than the one of which it was drawn
 * - `altered`: it is not what it says
 * - `not-here`: this service has not the data of which it was drawn, or no longer
 * - `no-proof`: it carries none, or none that can be read
 */
export const VERDICTS = [
  "intact",
  "records-agree",
  "outdated",
  "other-release",
  "other-ground",
  "other-data",
  "altered",
  "not-here",
  "no-proof",
] as const;

/** What a file is held against, and by what. */
export type Checking = {
  readonly datasets: ServedDatasets;
  readonly draw: DrawPicture;
  /** Who signs for this instance; undefined: nobody. */
  readonly openIdentity: OpenIdentity | undefined;
  /** The address of this service. */
  readonly service: URL;
};

/** A record that is drawn otherwise in the newest version, or in one of both alone. */
export type Change = {
  readonly table: RecordTable;
  readonly id: string;
  /** In the language of the file; its id where it has no name. */
  readonly name: string;
  readonly change: "added" | "removed" | "changed";
  /** The fields that differ. */
  readonly fields: readonly string[];
};

/** Why the data are not here. */
export type Absence =
  | { readonly kind: "dataset" | "version" }
  | { readonly kind: "withdrawn"; readonly on: string; readonly reason: string };

export type Signed = {
  readonly kind: "c2pa" | "signature";
  readonly holds: boolean;
  /** Whether this instance has signed it. */
  readonly isOwn: boolean;
  /** As its certificate names it, or its public key. */
  readonly by: string;
};

export type Verdict = {
  readonly verdict: (typeof VERDICTS)[number];
  readonly format: FileFormat | undefined;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly bytes: number;
  /** What the file says of itself. */
  readonly proof: Omit<Proof, "shown"> | undefined;
  /** By which program it was checked. */
  readonly release: Proof["release"];
  readonly checks: {
    /** Whether the records that are published here have the digest that is in the file. */
    readonly records: "same" | "other" | "not-compared";
    /** Whether it was drawn again with the same bytes. */
    readonly bytes: "same" | "other" | "not-compared";
    /** The first byte that differs, from 0. */
    readonly firstDifference: number | null;
    /** Whether what the format itself says of its wholeness holds. */
    readonly isDamaged: boolean;
  };
  /** Content credentials in the file, or a signature that came with it; undefined where there is neither. */
  readonly signed: Signed | undefined;
  /** Where the question in the file cannot be asked here. */
  readonly problems: readonly Problem[];
  readonly absence: Absence | undefined;
  /** The newest version, where it is another one. */
  readonly newest: string | undefined;
  /** What is drawn otherwise in it; null where that cannot be told. */
  readonly changes: readonly Change[] | null;
  /** Of the map at the state of the file, of the difference on the map, of the same picture of the newest data. */
  readonly links: Readonly<Partial<Record<"map" | "difference" | "newest", string>>>;
};
