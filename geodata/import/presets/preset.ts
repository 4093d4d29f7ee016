// Tables that many people have, by the headings that they are known by, and what their columns are to events.
import type { z } from "zod";
import type { MAPPING } from "../mapping/mapping.ts";

type Given = z.input<typeof MAPPING>;

/**
 * A table that is known. Headings are written as its codebook has them; where versions differ, all of them with a bar
 * between: `Incident Date|Reported Date`. A heading that begins with # is a tag of the Humanitarian Exchange Language. What
 * a table does not have, the mapping goes without.
 */
export type Preset = {
  readonly id: string;
  readonly name: string;
  /** What it is, and where its codebook is. */
  readonly about: string;
  /** Headings that all of its tables have. */
  readonly signature: readonly string[];
  readonly mapping: Omit<Partial<Given>, "dataset" | "title" | "summary"> & {
    /** Texts are in the first language of the dataset. */
    readonly title?: { readonly column: string } | { readonly template: string };
    readonly summary?: { readonly column: string } | { readonly template: string };
  };
};
