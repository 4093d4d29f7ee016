// The proof that every file of a picture carries: what was asked, of which data, what is drawn, and which program drew it.
// One definition for all formats; each writer puts it where its format keeps such things.
import type { LaidGround } from "#model/dataset/laid-ground.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { FigureDocument } from "#web/view/address/figure-document.ts";
import type { ShownFeatures } from "#web/view/figure/shown-features.ts";

export type Proof = {
  readonly rocade: "proof/1";
  /** Of the program: drawn by another one it may look otherwise though it says the same. */
  readonly release: { readonly version: string; readonly figure: number };
  readonly dataset: {
    readonly id: string;
    readonly version: string;
    readonly contentHash: string;
  };
  /** What was laid under its maps; not there where nothing was. */
  readonly ground?: Pick<LaidGround, "hash" | "date" | "credit" | "licence"> | undefined;
  /** The dataset's own address in the service that drew it. */
  readonly root: string;
  /** Of the picture, in its one spelling; of a film, that of all its days. */
  readonly query: string;
  /** The same as a document. */
  readonly figure?: FigureDocument | undefined;
  /** What the maps show, in degrees, and how near: parts of sites are shown from near only. */
  readonly frame: Bbox;
  readonly zoom: number;
  /** Of a publishing kit, which is drawn again as a whole. */
  readonly kit?: true | undefined;
  /** The days of a film. */
  readonly days?: readonly string[] | undefined;
  /** Where it can be seen and checked. */
  readonly page: string;
  readonly language: string;
  readonly title: string;
  readonly alt: string;
  readonly credit: string;
  readonly licences: readonly { readonly title: string; readonly path: string }[];
  /** How many records the picture is made of. */
  readonly records: number;
  /** Of the records, as they are published. */
  readonly digest: string;
  /** What is drawn, as GeoJSON; null where it is too much to be written out. */
  readonly shown: ShownFeatures | null;
};
