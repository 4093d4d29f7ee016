// What somebody changed in single rows by hand: kept in the mapping, so that the command line makes the same of the same file.
import { z } from "zod";

const cell = z.string().max(50_000);

export const EDIT = z.strictObject({
  row: z
    .string()
    .regex(/^[0-9a-f]{16}(?:-[1-9]\d*)?$/, "the digest of a row, as the workbench writes it")
    .describe(
      "The digest of the row as it stands in the file: where it stands otherwise, or no longer, nothing is changed.",
    ),
  cells: z
    .record(z.string().min(1), cell)
    .default({})
    .describe("What stands in the place of its cells, by their headings."),
  date: z.string().min(1).max(200).nullable().default(null).describe("When it was, in one text."),
  position: z
    .strictObject({
      lon: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      precisionM: z.number().positive().max(20_000_000).nullable().default(null),
    })
    .nullable()
    .default(null)
    .describe("Where it was."),
});

/** The changes of one row. */
export type RowEdit = z.output<typeof EDIT>;

/** Whether it changes anything. */
const isEmpty = ({ cells, date, position }: RowEdit) =>
  Object.keys(cells).length === 0 && date === null && position === null;

/** All changes with those of one row in the place of what was changed in it before; without it where nothing is left. */
export function withEdit(edits: readonly RowEdit[], edit: RowEdit): RowEdit[] {
  const others = edits.filter(({ row }) => row !== edit.row);
  return isEmpty(edit) ? others : [...others, edit];
}
