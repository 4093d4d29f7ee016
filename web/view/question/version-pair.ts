// Two versions that are held against each other, as an address names them: `1.0.0/1.1.0`, or `1.0.0/..` for what has
// changed since.

/** Labels of versions; either may be the earlier one. */
export type VersionPair = {
  readonly from: string;
  /** Null: the newest there is. */
  readonly to: string | null;
};

const NEWEST = "..";

/** Reads two labels; undefined when there are not two. */
export function parseVersionPair(text: string): VersionPair | undefined {
  const [from, to, other] = text.split("/").map(unescaped);
  return from && to && other === undefined ? { from, to: to === NEWEST ? null : to } : undefined;
}

/** A label may have the stroke that parts them. */
export const printVersionPair = ({ from, to }: VersionPair): string =>
  `${escaped(from)}/${to === null ? NEWEST : escaped(to)}`;

const escaped = (label: string) => label.replace(/[%/]/g, encodeURIComponent);
const unescaped = (label: string) => label.replace(/%2[5F]/g, decodeURIComponent);
