import type { SourceChoice } from "#import/source/source-table.ts";
import { MAX_DRAWN } from "../preview/preview-screen.tsx";
import type { ReadTable } from "../reading/reading-task.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { Choose } from "./choose.tsx";

type Props = {
  readonly texts: NewTexts;
  readonly read: ReadTable;
  readonly choice: SourceChoice;
  readonly onChoice: (choice: SourceChoice) => void;
  readonly onNext: () => void;
};

const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "macintosh", "windows-1251", "shift_jis"];
const DELIMITERS = [",", ";", "\t", "|"] as const;
const HEADERS = [0, 1, 2, 3, 4, 5] as const;

/** What was read, as it was read: letters, cells and headings are guessed, and can be changed. */
export function ReadScreen({ choice, onChoice, onNext, read, texts }: Props) {
  const { columns, file, first, format, guesses, notes, rows, sheets } = read;
  const guessed = (what: string) => guesses.find((one) => one.what === what)?.value;
  // What a choice stands in the place of is not known any more.
  const asGuessed = (
    what: "encoding" | "delimiter" | "header",
    usual: string,
    said = (value: string) => value,
  ) => texts.asGuessed(choice[what] === undefined ? said(guessed(what) ?? usual) : undefined);
  const headerIn = (row: string) => (row === "0" ? texts.noHeader : row);
  const isText = format === "csv";
  return (
    <section class="new-screen">
      <h1 tabIndex={-1}>{texts.readTitle(file)}</h1>
      <p class="new-lead">
        {texts.readLead(rows, columns.length, texts.formats[format] ?? format)}
      </p>
      {rows > MAX_DRAWN && (
        <p class="new-open" role="status">
          {texts.tooManyAhead(rows, MAX_DRAWN)}
        </p>
      )}
      <div class="new-how">
        {isText && (
          <>
            <Choose
              label={texts.encoding}
              value={choice.encoding ?? ""}
              options={[
                ["", asGuessed("encoding", "utf-8")],
                ...ENCODINGS.map((one) => [one, one] as const),
              ]}
              onChoose={(one) => onChoice({ ...choice, encoding: one || undefined })}
            />
            <Choose
              label={texts.delimiter}
              value={choice.delimiter ?? ""}
              options={[
                ["", asGuessed("delimiter", ",", (one) => texts.delimiters[one] ?? one)],
                ...DELIMITERS.map((one) => [one, texts.delimiters[one] ?? one] as const),
              ]}
              onChoose={(one) => onChoice({ ...choice, delimiter: one || undefined })}
            />
          </>
        )}
        {(isText || format === "xlsx") && (
          <Choose
            label={texts.header}
            value={choice.header === undefined ? "" : String(choice.header)}
            options={[
              ["", asGuessed("header", "1", headerIn)],
              ...HEADERS.map((one) => [String(one), headerIn(String(one))] as const),
            ]}
            onChoose={(one) =>
              onChoice({ ...choice, header: one === "" ? undefined : Number(one) })
            }
          />
        )}
        {sheets.length > 1 && (
          <Choose
            label={texts.sheet}
            value={choice.sheet ?? guessed("sheet") ?? sheets[0] ?? ""}
            options={sheets.map((one) => [one, one] as const)}
            onChoose={(sheet) => onChoice({ ...choice, sheet })}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard, too */}
      <section class="new-table" aria-label={file} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((cells, row) => (
              <tr key={String(row)}>
                {columns.map((column, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notes.length > 0 && (
        <ul class="new-notes quiet">
          {notes.map((note) => (
            <li key={note}>{texts.notes[note]}</li>
          ))}
        </ul>
      )}
      <p class="new-buttons new-foot">
        <button type="button" class="new-primary" onClick={onNext}>
          {texts.next}
        </button>
      </p>
    </section>
  );
}
