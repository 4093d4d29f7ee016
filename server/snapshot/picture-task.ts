// What the drawing threads are asked, and answer: plain data, so that it can be sent to them.

import type { Problem } from "#model/problem.ts";
import type { Day } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import type { CrowdColumns } from "#web/view/crowd/read-crowd.ts";
import type { Looked } from "#web/view/proof/drawn-records.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import type { CredentialFormat } from "../credentials/content-credentials.ts";
import type { Identity } from "../credentials/identity.ts";
import { Busy } from "../http/busy.ts";
import type { DatasetText } from "../served/whole-dataset.ts";

/** A figure, and the characters for which it needs other typefaces. */
export type Drawn = { readonly svg: string; readonly foreign?: string };

/** An SVG to be written in another format, with what its file says of itself. */
export type SvgTask = Drawn & { readonly proof: Proof } & (
    | { readonly kind: "png"; readonly dpi: number | undefined }
    /** The same SVG with letters as shapes. */
    | { readonly kind: "outlines" }
    | PdfTask
  );

type PdfTask = {
  readonly kind: "pdf";
  /** Page size in points. */
  readonly points: readonly [width: number, height: number];
  /** ISO 8601: the same for the same version, so that the bytes are. */
  readonly createdAt: string;
};

/** Files of one picture, and the publishing kit, which has many. */
export const PICTURE_FORMATS = ["svg", "png", "pdf", "zip", "kit"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export type SingleFormat = Exclude<PictureFormat, "kit">;

export type PictureTask =
  | SvgTask
  | {
      readonly kind: "figure";
      readonly format: PictureFormat;
      readonly dataset: DatasetText;
      /** Events that are too many for the dataset's document, as `crowdOfPicture` answers them. */
      readonly crowd: CrowdColumns | null | undefined;
      /** Of a picture, which was read without problems. */
      readonly address: string;
      readonly language: Language;
    }
  /** The records that a picture, or a film of these days, is made of where it looks: JSON of `DrawnRecord`s. */
  | {
      readonly kind: "records";
      readonly dataset: DatasetText;
      readonly crowd: CrowdColumns | null | undefined;
      readonly address: string;
      readonly language: Language;
      readonly looked: Looked;
      readonly days: readonly Day[] | undefined;
    }
  /** A file with content credentials, and what such say of one. */
  | {
      readonly kind: "sign";
      readonly file: Uint8Array;
      readonly format: CredentialFormat;
      readonly identity: Identity;
    }
  | {
      readonly kind: "read-credentials";
      readonly file: Uint8Array;
      readonly format: CredentialFormat;
      readonly own: readonly string[];
    }
  /** The typefaces of other scripts that have these characters, as a ZIP. */
  | { readonly kind: "fonts"; readonly characters: string };

export type Picture = {
  readonly bytes: Uint8Array;
  /** Characters that no typeface has; and furniture without room, with edits that meet nothing on the maps. */
  readonly missing: readonly string[];
  readonly leftOff: readonly string[];
};

/** A picture or, where the size has no room for what it must say, why there is none. */
export type Drawing = Picture | { readonly problem: Problem };

/** What drawing takes, compared with others: megapixels, and two for each map. */
export type Cost = {
  readonly megapixels: number;
  readonly panels: number;
  /** How many times as long as a picture it may take; once unless said. */
  readonly patience?: number;
};

/** Draws pictures; throws `PicturesBusy` when there are too many to draw, or one takes too long. */
export type DrawPicture = (task: PictureTask, cost: Cost) => Promise<Drawing>;

const REASONS = {
  "queue-full": "too many pictures are waiting",
  "took-too-long": "the picture took too long",
  "needs-memory": "the picture needs more memory than one may take",
} as const;

const BUSY_SECONDS = 5;

export class PicturesBusy extends Busy {
  override readonly name = "PicturesBusy";

  constructor(reason: keyof typeof REASONS) {
    super(REASONS[reason], BUSY_SECONDS);
  }
}
