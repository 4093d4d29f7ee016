// The values that a record has in columns of the dataset's own, which its record type does not know.
import { aBoolean, aNumber, aText, type Decoder, recordOf, said, Unreadable } from "./decode.ts";

export type AttributeValue = string | number | boolean;

/** By the names of attributes; what has no value is left out. Days are written YYYY-MM-DD. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The name under which rows and views have them. */
export const ATTRIBUTES = "attributes";

export const anAttributeValue: Decoder<AttributeValue> = (json) => {
  switch (typeof json) {
    case "string":
      return aText(json);
    case "number":
      return aNumber(json);
    case "boolean":
      return aBoolean(json);
    default:
      throw new Unreadable(said(json), "a text, a number, true or false");
  }
};

export const theAttributes: Decoder<Attributes> = recordOf(anAttributeValue);
