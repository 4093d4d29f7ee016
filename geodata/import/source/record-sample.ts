// The first records of a text, whole ones only, by which its separator and its headings are guessed.
import { type CsvForm, CsvScanner, WrongCsv } from "../files/csv-scanner.ts";

export const SAMPLE_RECORDS = 60;

/** The first records that are filled, as far as the text is written so. */
export function sampleRecords(text: string, form: CsvForm, isWhole: boolean) {
  const records: (readonly string[])[] = [];
  try {
    for (const { cells } of new CsvScanner(form).records(text, isWhole)) {
      if (cells.some((cell) => cell !== "")) records.push(cells);
      if (records.length >= SAMPLE_RECORDS) break;
    }
    return { records, isRight: true };
  } catch (error) {
    if (!(error instanceof WrongCsv)) throw error;
    return { records, isRight: false };
  }
}
