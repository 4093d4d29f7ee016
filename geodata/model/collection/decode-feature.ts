// Reading the features of a collection as records.

import { type Attributes, type AttributeValue, anAttributeValue } from "../field/attributes.ts";
import {
  aGeometry,
  aText,
  type Decoder,
  listOf,
  objectOf,
  orNull,
  said,
  Unreadable,
} from "../field/decode.ts";
import { decoderOf } from "../field/decode-record.ts";
import type { Field } from "../field/field.ts";
import type { Members, RecordOf } from "../field/member.ts";
import { recordMaker, storedColumns } from "../field/rows.ts";
import { type Day, parseDay } from "../time/day.ts";
import type { Localized } from "../words/language.ts";
import { isAttribute } from "./attributes.ts";
import type { Collection } from "./collection.ts";
import type { Property } from "./property.ts";

/** A day as features have it, written. Those before the year 1 have none. */
const aWrittenDay: Decoder<Day> = (json) => {
  const day = parseDay(aText(json));
  if (day === undefined) throw new Unreadable(said(json), "a day");
  return day;
};

/** A dataset without times of day has no properties of them. */
const orMissing =
  (decode: Decoder<unknown>): Decoder<unknown> =>
  (json) =>
    json === undefined ? null : decode(json);

/** A list without values is none in a feature. */
const aWrittenList: Decoder<readonly string[]> = (json) =>
  json === null ? [] : listOf(aText)(json);

function writtenDecoder(field: Field): Decoder<unknown> {
  const decode = field.type === "list" ? aWrittenList : decoderOf(field, aWrittenDay);
  return field.type === "instant" ? orMissing(decode) : decode;
}

/** Reads features of a collection that shows every column of the record type as records of it. */
export function featureDecoder<Of extends Members>(
  members: Of,
  { properties }: Collection,
): Decoder<RecordOf<Of>> {
  const shownAs = new Map(
    properties.flatMap(({ column, name, within }) => (within ? [] : [[column, name] as const])),
  );
  const nameOf = (column: string) => shownAs.get(column) ?? column;
  const columns = storedColumns(members).flatMap(([column, of]) =>
    "type" in of ? [[nameOf(column), writtenDecoder(of)] as const] : [],
  );
  const texts = storedColumns(members).flatMap(([column, of]) =>
    "type" in of
      ? []
      : [
          [
            column,
            of.field.required,
            properties.filter(({ within }) => within?.column === column),
          ] as const,
        ],
  );
  const decodeFeature = objectOf<{ geometry: unknown; properties: object; id: unknown }>({
    id: aText,
    geometry: orNull(aGeometry),
    properties: objectOf({}),
  });
  const decodeProperties = objectOf<Record<string, unknown>>(Object.fromEntries(columns));
  const attributes = properties.filter(isAttribute).map(({ name }) => name);
  const make = recordMaker(members, { keyOf: nameOf });
  return (json) => {
    const { geometry, id } = decodeFeature(json);
    const { properties: own } = json as { readonly properties: Values };
    const spoken = texts.map(([column, isRequired, inEach]) => {
      const text = textIn(own, inEach);
      if (text === null && isRequired) throw new Unreadable("nothing", "a text", [column]);
      return [column, text];
    });
    return make({
      ...decodeProperties({ ...own, id }),
      ...Object.fromEntries(spoken),
      geometry,
      attributes: gathered(own, attributes),
    });
  };
}

type Values = Readonly<Record<string, unknown>>;

/** The values of attributes, null where the feature has none. */
function gathered(own: Values, names: readonly string[]): Attributes | null {
  const values = names.flatMap((name): [string, AttributeValue][] => {
    const value = own[name];
    return value === null || value === undefined ? [] : [[name, anAttributeValue(value)]];
  });
  return values.length === 0 ? null : Object.fromEntries(values);
}

/** The text in the languages in which it is said; null where it is said in none. */
function textIn(own: Values, inEach: readonly Property[]): Localized | null {
  const texts = inEach.flatMap(({ name, within }): [string, string][] => {
    const text = own[name];
    return text === null || text === undefined ? [] : [[within?.key ?? name, aText(text)]];
  });
  return texts.length === 0 ? null : Object.fromEntries(texts);
}
