// In which row the headings of a table stand: below titles and remarks, above the values, or nowhere.

/** The row of the headings, from 1, and 0 for none; why that was guessed. */
export type HeaderGuess = { readonly header: number; readonly because: string };

const VALUE = /^[-+]?\d+(?:[.,]\d+)?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/;

const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== "");
const valuesIn = (record: readonly string[]) =>
  record.filter((cell) => VALUE.test(cell.trim())).length;

/** Looks at the first filled records. */
export function guessHeader(records: readonly (readonly string[])[]): HeaderGuess {
  const widths = records.map((record) => filled(record).length).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  // A title or a remark has a cell or two where the table has many.
  const first = records.findIndex((record) => filled(record).length > Math.min(2, usual / 2));
  const at = Math.max(0, first);
  const record = records[at] ?? [];
  const isOfValues = valuesIn(record) * 3 > filled(record).length;
  const below = records.slice(at + 1);
  if (isOfValues && below.length > 0)
    return { header: 0, because: "the first row has numbers or dates, as those below it have" };
  return at === 0
    ? { header: 1, because: "the first row has names" }
    : { header: at + 1, because: `the rows above it have one or two cells only` };
}

/** Whether a record is of tags of the Humanitarian Exchange Language. */
export function isOfTags(record: readonly string[]): boolean {
  const some = filled(record);
  return (
    some.length > 1 && some.every((cell) => /^#[a-z][a-z_]*(?:\s*\+[a-z_]+)*$/i.test(cell.trim()))
  );
}
