// Records as features of a collection, as the views of the database answer them: where there is no database.
import type { Feature, Geometry } from "geojson";
import { columnsOfMember, type Members, type RecordOf } from "../field/member.ts";
import { camel } from "../field/names.ts";
import { civil, type Day, printDay } from "../time/day.ts";
import type { Property } from "./property.ts";

type Values = Readonly<Record<string, unknown>>;

/** Makes features of records; `derived` says by name what the columns of the record do not. */
export function featureEncoder<Of extends Members>(
  members: Of,
  properties: readonly Property[],
  derived: Readonly<Record<string, (record: RecordOf<Of>) => unknown>>,
): (record: RecordOf<Of>) => Feature<Geometry | null> {
  const paths = pathsOf(members);
  const readings = properties.map((property) => {
    const { column, name, within } = property;
    const own = derived[within?.column ?? name];
    const path = paths.get(within?.column ?? column ?? name) ?? [];
    const whole = own ?? ((record: RecordOf<Of>) => valueAt(record, path));
    const read = within
      ? (record: RecordOf<Of>) => valueAt(whole(record), [within.key])
      : (record: RecordOf<Of>) => written(property, whole(record));
    return [name, read] as const;
  });
  const [shape = ""] =
    Object.entries(members).find(([, one]) => !("type" in one) && one.kind === "geometry") ?? [];
  return (record) => ({
    type: "Feature",
    id: String(valueAt(record, ["id"])),
    geometry: (valueAt(record, [camel(shape)]) as Geometry | null | undefined) ?? null,
    properties: Object.fromEntries(readings.map(([name, read]) => [name, read(record) ?? null])),
  });
}

/** Where a record has each column: under a name of its own, or as a part of a group. */
function pathsOf(members: Members): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(members).flatMap(([name, member]): [string, readonly string[]][] => {
      const key = camel(name);
      if (!("type" in member) && member.kind === "group")
        return Object.entries(member.parts).map(([part, [column]]) => [column, [key, part]]);
      if (!("type" in member) && member.kind === "attributes") return [[name, [key]]];
      return columnsOfMember(name, member).map(([column]) => [column, [key]]);
    }),
  );
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const key of path) value = (value as Values | null | undefined)?.[key];
  return value;
}

/** Days before the year 1 have no form that all programs read; a list without values is none. */
function written({ type }: Property, value: unknown): unknown {
  if (type === "day" && typeof value === "number")
    return civil(value as Day).year < 1 ? null : printDay(value as Day);
  return Array.isArray(value) && value.length === 0 ? null : value;
}
