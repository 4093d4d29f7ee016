// The columns of tables and views, made from the record types.
import type { $Type, NotNull } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  type PgColumn,
  type PgTextBuilderInitial,
  text,
} from "drizzle-orm/pg-core";
import type { Column, Members, ValueOf } from "#model/field/member.ts";
import { camel } from "#model/field/names.ts";
import { type StoredColumns, storedColumns } from "#model/field/rows.ts";
import { oneOf } from "./columns.ts";
import { day } from "./day.ts";

type Builder<Value> = null extends Value
  ? $Type<PgTextBuilderInitial<"", [string, ...string[]]>, NonNullable<Value>>
  : NotNull<$Type<PgTextBuilderInitial<"", [string, ...string[]]>, Value>>;

type Columns<Of extends Members> = {
  -readonly [Name in keyof StoredColumns<Of>]: Builder<ValueOf<StoredColumns<Of>[Name]>>;
};

/** The stored columns of a record type. Columns of the same names that stand after them take their place. */
export function recordColumns<Of extends Members>(members: Of): Columns<Of> {
  const columns = storedColumns(members).map(([name, of]) => [camel(name), columnOf(name, of)]);
  return Object.fromEntries(columns) as Columns<Of>;
}

function columnOf(name: string, of: Column) {
  if (!("type" in of)) return of.field.required ? jsonb(name).notNull() : jsonb(name);
  const { required, type } = of;
  switch (type) {
    case "text":
    case "instant":
      return required ? text(name).notNull() : text(name);
    case "integer":
      return required ? integer(name).notNull() : integer(name);
    case "number":
      return required ? doublePrecision(name).notNull() : doublePrecision(name);
    case "day":
      return required ? day(name).notNull() : day(name);
    case "boolean":
      return required ? boolean(name).notNull() : boolean(name);
    case "list":
      return text(name).array().notNull();
  }
}

/** Refuses values that the vocabularies of the record type do not have. */
export function choiceChecks(
  table: string,
  members: Members,
  columns: Readonly<Record<string, PgColumn>>,
) {
  return storedColumns(members).flatMap(([name, of]) => {
    const column = columns[camel(name)];
    const choices = "type" in of ? of.choices : undefined;
    return choices && column ? oneOf(`${table}_${name}`, column, choices) : [];
  });
}
