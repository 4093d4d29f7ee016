// What a header says of a file that is saved, in the characters that a header may be of.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { linkedLicences } from "#model/dataset/licence-words.ts";

/** `Content-Disposition` with the parts of a name joined by hyphens; what a file system may not take becomes one, too. */
export function savedAs(
  kind: "attachment" | "inline",
  parts: readonly string[],
  extension?: string,
): string {
  const name = parts
    .filter(Boolean)
    .join("-")
    .replace(/[^\w.+-]+/g, "-")
    .slice(0, 120);
  return `${kind}; filename="${extension ? `${name}.${extension}` : name}"`;
}

/** `Link` to the licences under which something may be used (RFC 8288), for those that lead anywhere. */
export function licenceLinks({ licences }: Pick<DatasetMeta, "licences">): string {
  return linkedLicences(licences)
    .map(({ path }) => `<${new URL(path).href}>; rel="license"`)
    .join(", ");
}
