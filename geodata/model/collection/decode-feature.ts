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
import type { Members, RecordOf } from "../field/member.ts";
import { recordMaker, storedColumns } from "../field/rows.ts";
import { type Day, parseDay } from "../time/day.ts";
import { LANGUAGES } from "../words/language.ts";
import { isAttribute } from "./attributes.ts";
import type { Collection } from "./collection.ts";

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

/** Reads features of a collection that shows every column of the record type as records of it. */
export function featureDecoder<Of extends Members>(
  members: Of,
  { properties }: Collection,
): Decoder<RecordOf<Of>> {
  const shownAs = new Map(properties.map(({ column, name }) => [column, name]));
  const nameOf = (column: string) => shownAs.get(column) ?? column;
  const columns = storedColumns(members).map(([column, field]) => {
    const decode = field.type === "list" ? aWrittenList : decoderOf(field, aWrittenDay);
    return [nameOf(column), field.type === "instant" ? orMissing(decode) : decode];
  });
  const decodeFeature = objectOf<{ geometry: unknown; properties: object; id: unknown }>({
    id: aText,
    geometry: orNull(aGeometry),
    properties: objectOf({}),
  });
  const decodeProperties = objectOf<Record<string, unknown>>(Object.fromEntries(columns));
  const make = recordMaker(members, nameOf);
  const localized = Object.entries(members).flatMap(([name, member]) =>
    "kind" in member && member.kind === "localized" ? name : [],
  );
  const attributes = properties.filter(isAttribute).map(({ name }) => name);
  return (json) => {
    const { geometry, id } = decodeFeature(json);
    const { properties: own } = json as { readonly properties: Values };
    const inAll = Object.fromEntries(localized.flatMap((name) => spokenIn(own, name)));
    return make({
      ...decodeProperties({ ...own, ...inAll, id }),
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

/** The text in every language: where the dataset does not have one, that of another. */
function spokenIn(own: Values, name: string): [string, unknown][] {
  const texts = LANGUAGES.map((language) => own[`${name}_${language}`]);
  const given = texts.find((text) => text !== undefined);
  return LANGUAGES.map((language, at) => [`${name}_${language}`, texts[at] ?? given]);
}
