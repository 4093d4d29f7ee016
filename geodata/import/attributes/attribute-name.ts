// What a column of a dataset's own is called as a property.

/** Bytes of the longest name that a database has for a column. */
const LONGEST_BYTES = 63;

/**
 * The heading as a name that addresses, filters and files can have: its letters and digits, of any script, with what
 * stands between them as one underscore ("Depth (km)" is `Depth_km`). Undefined where there is no letter, or too many.
 */
export function attributeName(heading: string): string | undefined {
  const name = heading
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const isShort = new TextEncoder().encode(name).length <= LONGEST_BYTES;
  return /\p{L}/u.test(name) && isShort ? name : undefined;
}
