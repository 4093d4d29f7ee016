/** True in the long form, `npm run faults`; the short one is part of `npm test`. */
export const IS_LONG = process.env.FAULTS === "long";

/** How often something is tried: so many times in the short form, so many in the long one. */
export function times(short: number, long: number): number {
  return IS_LONG ? long : short;
}
