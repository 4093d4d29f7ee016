// What stands between the cells of a text.
import type { CsvForm } from "../files/csv-scanner.ts";
import { sampleRecords } from "./record-sample.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** No sign that a text has: quotes are then letters like any other. */
const NO_QUOTES = "\u0000";

/** Whether cells of the text may stand in quotes. */
export const mayQuote = ({ quote }: CsvForm): boolean => quote !== NO_QUOTES;

const formWith = (delimiter: string, quote = '"'): CsvForm => ({
  delimiter,
  quote,
  escape: quote,
  skipsSpace: false,
});

/** Separators of programs that quote nothing. */
const WITHOUT_QUOTES = ["\t", "|"];

/** How the text is written: the separator with which most records have as many cells, and most of them. */
export function guessForm(text: string, isWhole: boolean, said?: string): CsvForm {
  const candidates = (said === undefined ? SEPARATORS : [said]).map((delimiter) => {
    const quoted = formWith(delimiter);
    const mayLack = WITHOUT_QUOTES.includes(delimiter);
    const form =
      mayLack && !sampleRecords(text, quoted, isWhole).isRight
        ? formWith(delimiter, NO_QUOTES)
        : quoted;
    const { records } = sampleRecords(text, form, isWhole);
    return { form, score: scoreOf(records.map(({ length }) => length)) };
  });
  const [best] = candidates.sort((a, b) => b.score - a.score);
  return best?.form ?? formWith(",");
}

/** The number of cells that most records have, as far as they agree; nothing for one cell alone. */
function scoreOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [[width, count] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return width < 2 ? 0 : (count / widths.length) ** 2 * Math.log2(width);
}

/** What a separator is called. */
export const separatorName = (delimiter: string): string =>
  ({ ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" })[delimiter] ??
  JSON.stringify(delimiter);
