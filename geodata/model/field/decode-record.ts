// Reading the records of a document, and the features of the API, by their record type.
import { isInstant } from "../time/clock-time.ts";
import type { Day } from "../time/day.ts";
import type { Localized } from "../words/language.ts";
import { theAttributes } from "./attributes.ts";
import {
  aBoolean,
  aGeometry,
  aNumber,
  aText,
  aWholeNumber,
  type Decoder,
  listOf,
  objectOf,
  oneOf,
  orNull,
  recordOf,
  said,
  Unreadable,
} from "./decode.ts";
import type { Field } from "./field.ts";
import type { Member, Members, RecordOf } from "./member.ts";
import { camel } from "./names.ts";

/** A day as documents have it: counted from 1970-01-01. */
export const aDay = aWholeNumber as Decoder<Day>;

/** A text in some languages, one at least. */
export const aLocalized: Decoder<Localized> = (json) => {
  const text = recordOf(aText)(json);
  if (Object.keys(text).length === 0) throw new Unreadable("empty", "a text in some language");
  return text;
};

/** An instant as RFC 3339 writes it. */
const anInstant: Decoder<string> = (json) => {
  const text = aText(json);
  if (!isInstant(text)) throw new Unreadable(said(text), "an instant");
  return text;
};

/** Reads what the field holds, days as they are written where it is read. */
export function decoderOf(field: Field, aDayHere: Decoder<Day>): Decoder<unknown> {
  const decoders: Readonly<Record<Field["type"], Decoder<unknown>>> = {
    text: field.choices ? oneOf(field.choices) : aText,
    day: aDayHere,
    instant: anInstant,
    integer: aWholeNumber,
    number: aNumber,
    boolean: aBoolean,
    list: listOf(aText),
  };
  const decode = decoders[field.type];
  return field.required || field.type === "list" ? decode : orNull(decode);
}

/** Reads records of the type as they stand in a document. */
export function recordDecoder<Of extends Members>(members: Of): Decoder<RecordOf<Of>> {
  const parts = Object.entries(members).flatMap(([name, member]) => {
    const decode = memberDecoder(member);
    return decode ? [[camel(name), decode] as const] : [];
  });
  return objectOf(Object.fromEntries(parts)) as Decoder<RecordOf<Of>>;
}

function memberDecoder(member: Member): Decoder<unknown> | undefined {
  if ("type" in member) return decoderOf(member, aDay);
  switch (member.kind) {
    case "localized":
      return member.field.required ? aLocalized : orNull(aLocalized);
    case "group": {
      const whole = objectOf(
        Object.fromEntries(
          Object.entries(member.parts).map(([part, [, field]]) => [
            part,
            decoderOf(member.isOptional ? { ...field, required: true } : field, aDay),
          ]),
        ),
      );
      return member.isOptional ? orNull(whole) : whole;
    }
    case "geometry":
      return member.isOptional ? orNull(aGeometry) : aGeometry;
    case "cited":
      return listOf(aText);
    case "attributes":
      return orNull(theAttributes);
    case "private":
      return undefined;
  }
}
