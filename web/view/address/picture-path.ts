// Where pictures are asked for, below the page, and what of their address is not taken there.
import { SIZE_PARAMETERS } from "./picture-size.ts";

/** `kit`: the publishing kit, which has many pictures. */
export const picturePath = (format: string): string =>
  format === "kit" ? "kit.zip" : `snapshot.${format}`;

/** Parameters of a picture that a kit decides itself. */
export const NOT_OF_KIT = [...SIZE_PARAMETERS, "text"] as const;
