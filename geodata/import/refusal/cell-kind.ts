// What a cell of a column may be, as a kind, by which it can be told in other languages than that of the fields.
import type { Field } from "#model/field/field.ts";

/** Kinds that the type of a field does not tell, by its words. */
const BY_WORDS: readonly (readonly [start: string, kind: CellKind])[] = [
  ["a date in EDTF", "edtf"],
  ["a whole http or https address", "address"],
  ["an id of lower-case letters", "id"],
];

export type CellKind = Field["type"] | "address" | "choice" | "edtf" | "id" | "id-of";

/** The kind, with the values or the tables that it names. */
export function cellKind({
  allowed,
  choices,
  references,
  type,
  vocabulary,
}: Pick<Field, "allowed" | "choices" | "references" | "type" | "vocabulary">): readonly [
  kind: CellKind,
  names: readonly string[],
] {
  if (choices) return ["choice", choices];
  if (vocabulary) return ["id-of", [vocabulary]];
  if (references) return [type === "list" ? "list" : "id-of", references];
  const [, kind = type] = BY_WORDS.find(([start]) => allowed.startsWith(start)) ?? [];
  return [kind, []];
}
