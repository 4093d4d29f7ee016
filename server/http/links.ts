import type { Link } from "#formats/link.ts";
import type { Format } from "./formats.ts";

/** Makes addresses under the API, in full, of paths that begin with a slash. */
export function apiAddress(root: URL): (path: string) => string {
  return (path) => new URL(`api${path}`, root).href;
}

/** The address with some of its parameters changed; undefined takes one away. */
export function withParameters(
  url: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
  return changed.href;
}

/** `self` in the format that answers, `alternate` in each other. */
export function selfAndAlternates(
  url: string,
  formats: Readonly<Record<string, Format>>,
  answered: string,
): Link[] {
  return Object.entries(formats).map(([name, { mediaType, title }]) =>
    name === answered
      ? { rel: "self", type: mediaType, title: `This document as ${title}`, href: url }
      : {
          rel: "alternate",
          type: mediaType,
          title: `This document as ${title}`,
          href: withParameters(url, { f: name }),
        },
  );
}

/** Links as the `Link` header has them (RFC 8288 §3). */
export function linkHeader(links: readonly Link[]): string {
  return links
    .map(({ href, rel, type, title }) => {
      const parameters = [`rel="${rel}"`, `type="${type}"`, ...(title ? [`title="${title}"`] : [])];
      return `<${href}>; ${parameters.join("; ")}`;
    })
    .join(", ");
}
