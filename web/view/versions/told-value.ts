// The values of a record's fields in words, as readers are told what was and what is.
import type { Geometry } from "geojson";
import type { Property } from "#model/collection/property.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { geodesicDistance } from "#model/space/geometry.ts";
import { labelDate, labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { type Language, languageName, parseLanguage } from "#model/words/language.ts";
import { datasetWords } from "#web/i18n/dataset-words.ts";
import { choiceLabel, positionTexts } from "#web/i18n/field-texts.ts";
import { formatDistance } from "#web/i18n/format.ts";
import { messagesOf, wordFor } from "#web/i18n/messages.ts";
import { numberInFull } from "#web/i18n/own-words.ts";

/** Who is told, and what the fields are. */
export type Told = {
  readonly meta: DatasetMeta;
  readonly language: Language;
  /** Of the collection of the record. */
  readonly properties: readonly Property[];
};

/** Texts of dates that are no days. */
const DATE_TEXT = /(^|_)edtf$|^published$/;
/** Five decimals are a metre. */
const DECIMALS = 5;

/** The value of the field in words. */
export function valueInWords(value: unknown, field: string, told: Told): string {
  if (isNothing(value)) return positionTexts(told.language).nothing;
  if (Array.isArray(value))
    return value.map((one: unknown) => valueInWords(one, field, told)).join(", ");
  if (typeof value === "object") return geometryInWords(value as Geometry, told.language);
  const property = told.properties.find(({ name }) => name === field);
  const texts = messagesOf(told.language, told.meta);
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") return numberInFull(value, property?.unit ?? null, told.language);
  return textInWords(String(value), property, field, told);
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);

function textInWords(
  text: string,
  property: Property | undefined,
  field: string,
  { language, meta }: Told,
): string {
  if (DATE_TEXT.test(field) || property?.type === "instant") {
    const zone = field === "published" ? "UTC" : meta.timeZone;
    return parseEdtf(text, zone) ? labelDate(text, null, null, language, zone) : text;
  }
  if (property?.type === "day") {
    const day = parseDay(text);
    return day === undefined ? text : labelDay(day, language);
  }
  if (property?.vocabulary)
    return wordFor(datasetWords(meta, language).terms[property.vocabulary], text);
  if (field === "lang") return languageName(parseLanguage(text) ?? text, language);
  return property?.choices?.includes(text) ? choiceLabel(text, language) : text;
}

/** A point as latitude and longitude; outlines and ways are on the map, and their numbers say nothing to a reader. */
function geometryInWords(geometry: Geometry, language: Language): string {
  if (geometry.type !== "Point") return positionTexts(language).shape;
  const [longitude = 0, latitude = 0] = geometry.coordinates;
  return [latitude, longitude].map((degrees) => Number(degrees.toFixed(DECIMALS))).join(", ");
}

/** How far a point was moved, in words; undefined where one of the two is none. */
export function movedInWords(
  before: unknown,
  after: unknown,
  language: Language,
): string | undefined {
  const [was, is] = [before, after].map((one) => {
    const geometry = one as Geometry | null | undefined;
    return geometry?.type === "Point" ? geometry.coordinates : undefined;
  });
  if (!was || !is) return undefined;
  return positionTexts(language).movedBy(formatDistance(geodesicDistance(was, is), language));
}
