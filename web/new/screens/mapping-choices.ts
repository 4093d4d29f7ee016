// Choices of the mapping as a list has them, and back.
import type { MappingDraft } from "#import/mapping/draft.ts";
import { PRECISION_WORDS, type PrecisionWord } from "#import/mapping/precision-words.ts";
import type { ReadTable } from "../reading/reading-task.ts";

export const POSITION_FORMS = ["columns", "pair", "wkt", "mgrs", "geometry"] as const;
export type PositionForm = (typeof POSITION_FORMS)[number];

/** The ways in which the table may say where its rows are. */
export const positionForms = (
  { hasGeometry }: ReadTable,
  chosen: string,
): readonly PositionForm[] =>
  POSITION_FORMS.filter((form) => form !== "geometry" || hasGeometry || chosen === form);

/** A position of the kind that is chosen, in the first columns: the reader says next which ones. */
export function asPosition(form: string, [first = "", second = first]: readonly string[]) {
  const given: Readonly<Record<PositionForm, NonNullable<MappingDraft["position"]>>> = {
    columns: { from: "columns", lat: first, lon: second },
    pair: { from: "pair", column: first, order: "lat-lon" },
    wkt: { from: "wkt", column: first },
    mgrs: { from: "mgrs", column: first },
    geometry: { from: "geometry" },
  };
  return given[form as PositionForm] ?? null;
}

/** Words by themselves, columns with a sign before them. */
export function precisionValue({ precision }: MappingDraft): string {
  if (precision === null || "metres" in precision) return "decimals";
  return "word" in precision ? precision.word : `=${precision.column}`;
}

const isWord = (text: string): text is PrecisionWord =>
  PRECISION_WORDS.includes(text as PrecisionWord);

export function asPrecision(
  value: string,
  former: MappingDraft["precision"],
): MappingDraft["precision"] {
  if (isWord(value)) return { word: value };
  if (!value.startsWith("=")) return null;
  const column = value.slice(1);
  const isSame = former && "column" in former && former.column === column;
  return isSame ? former : { column, unit: "m" };
}
