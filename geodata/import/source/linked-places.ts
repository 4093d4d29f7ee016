// Features of the Linked Places format (Pelagios, World Historical Gazetteer), as the columns that a table has.
import type { Feature } from "./feature.ts";

type Value = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Value[] =>
  (Array.isArray(value) ? value : value ? [value] : []).filter(
    (one): one is Value => typeof one === "object" && one !== null,
  );

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

type Spoken = Feature & Value;

/** Whether some features say when, or what they are called, as Linked Places does. */
export function isLinkedPlaces(features: readonly Feature[]): boolean {
  return features.some((feature) => {
    const { names, when } = feature as Spoken;
    const spans = (when as Value | undefined)?.timespans;
    return (
      Array.isArray(spans) ||
      (Array.isArray(names) && list(names).some((name) => "toponym" in name))
    );
  });
}

/** The bound of a timespan as EDTF: in, or between earliest and latest. */
function boundOf(bound: unknown): string {
  const { earliest, in: exact, latest } = (bound ?? {}) as Value;
  const [first, last] = [textOf(earliest), textOf(latest)];
  return textOf(exact) || (first && last && first !== last ? `${first}/${last}` : first || last);
}

/** When it was, in one EDTF text; a bound that is between two days reaches from the first to the last of them. */
function whenOf(feature: Spoken): string {
  const spans = [feature.when, ...list(feature.names).map(({ when }) => when)].flatMap((when) =>
    list((when as Value | undefined)?.timespans),
  );
  const [span] = spans;
  if (!span) return "";
  const [start, end] = [boundOf(span.start), boundOf(span.end)];
  if (end === "") return start;
  return `${start.split("/")[0]}/${end.split("/").at(-1)}`;
}

/** The feature with its properties, and what it says beside them, as plain columns. */
export function fromLinkedPlaces(feature: Feature): Feature {
  const spoken = feature as Spoken;
  const { descriptions, names, types } = spoken;
  const sources = [...list(names), ...list(types), ...list(descriptions)].flatMap(({ citations }) =>
    list(citations).map(({ "@id": id, label }) => textOf(label) || textOf(id)),
  );
  const links = list(spoken.links).map(({ identifier }) => textOf(identifier));
  const said = {
    "@id": textOf(spoken["@id"]),
    title: textOf(feature.properties?.title) || textOf(list(names)[0]?.toponym),
    names: [...new Set(list(names).map(({ toponym }) => textOf(toponym)))].join(";"),
    when: whenOf(spoken),
    type: textOf(list(types)[0]?.label) || textOf(list(types)[0]?.identifier),
    description: textOf(list(descriptions)[0]?.value),
    citations: [...new Set(sources.filter(Boolean))].join(";"),
    links: links.filter(Boolean).join(";"),
  };
  return { ...feature, id: undefined, properties: { ...feature.properties, ...said } };
}
