import { isBrought } from "#web/api/own-address.ts";
import type { Furniture } from "#web/view/address/furniture.ts";

/** What leads to where the picture can be seen and checked. */
const OF_ADDRESS: readonly Furniture[] = ["permalink", "qr"];

/** Those of the furniture that a picture of what is shown can have: what was brought has no address. */
export const offered = (furniture: readonly Furniture[]): readonly Furniture[] =>
  isBrought() ? furniture.filter((name) => !OF_ADDRESS.includes(name)) : furniture;
