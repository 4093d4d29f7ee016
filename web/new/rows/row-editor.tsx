// A row, changed by hand: when it was, where it was, and what stands in its other cells. A change holds when a field is left.
import type { Position } from "geojson";
import { useEffect, useState } from "preact/hooks";
import type { RowEdit } from "#import/mapping/edit.ts";
import { columnIn } from "#import/mapping/fault.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { positionColumns } from "#import/mapping/used-columns.ts";
import { inWords } from "#import/refusal/refusal.ts";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { FoundRow, RowReading } from "../reading/find-rows.ts";
import { daysOf } from "../screens/days-of.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { PointMap } from "./point-map.tsx";
import { PositionFields } from "./position-fields.tsx";

type Props = {
  readonly texts: NewTexts;
  readonly language: InterfaceLanguage;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly row: FoundRow;
  readonly around: readonly Position[];
  readonly look: (edit: RowEdit) => Promise<RowReading>;
  readonly onEdit: (edit: RowEdit) => void;
  readonly onClose: () => void;
};

export function RowEditor(props: Props) {
  const { around, columns, language, look, mapping, onClose, onEdit, row, texts } = props;
  const edit = row.edit ?? { row: row.name, cells: {}, date: null, position: null };
  const { position, precisionM } = row.read;
  const change = (changes: Partial<RowEdit>) => onEdit({ ...edit, ...changes });
  const move = ([lon = 0, lat = 0]: Position, within = precisionM) => {
    const decimals = coordinateDecimals(within);
    const rounded = (degrees: number) => Number(degrees.toFixed(decimals));
    change({ position: { lon: rounded(lon), lat: rounded(lat), precisionM: within } });
  };
  const { date } = mapping;
  const at = (column: string) => edit.cells[column] ?? row.cells[columns.indexOf(column)] ?? "";
  const written = [at(date.start), date.end ? at(date.end) : ""].filter(Boolean).join(" – ");
  const told = [date.start, date.end, date.clock, ...positionColumns(mapping.position)];
  const others = columns.filter((column) => !told.includes(column));
  return (
    <div class="new-editor">
      <DateInput
        {...{ edit, language, look, row, texts, written }}
        onDate={(one) => change({ date: one })}
      />
      <div class="new-where">
        <PositionFields {...{ position, precisionM, texts }} onMove={move} />
        <PointMap texts={texts} position={position} around={around} onMove={move} />
      </div>
      <div class="new-cells">
        {others.map((column) => (
          <label key={column} class="new-choice">
            <span>{column}</span>
            <input
              type="text"
              value={at(column)}
              onChange={(event) => {
                const { [column]: _, ...cells } = edit.cells;
                const { value } = event.currentTarget;
                const isOwn = value === (row.cells[columns.indexOf(column)] ?? "");
                change({ cells: isOwn ? cells : { ...cells, [column]: value } });
              }}
            />
          </label>
        ))}
      </div>
      <p class="new-buttons">
        <button type="button" class="new-button" onClick={onClose}>
          {texts.done}
        </button>
        {row.edit && (
          <button
            type="button"
            class="new-link"
            onClick={() => onEdit({ ...edit, cells: {}, date: null, position: null })}
          >
            {texts.asInFile}
          </button>
        )}
      </p>
    </div>
  );
}

type DateProps = Pick<Props, "language" | "look" | "row" | "texts"> & {
  readonly edit: RowEdit;
  readonly written: string;
  readonly onDate: (date: string | null) => void;
};

/** A date as EDTF or in words, told back as EDTF and days while it is typed. */
function DateInput({ edit, language, look, onDate, row, texts, written }: DateProps) {
  const [typed, setTyped] = useState(edit.date ?? written);
  const [read, setRead] = useState(row.read);
  const asEdit = (text: string) => (text === "" || text === written ? null : text);
  useEffect(() => setTyped(edit.date ?? written), [edit.date, written]);
  useEffect(() => {
    let isPast = false;
    void look({ ...edit, date: asEdit(typed) }).then((one) => !isPast && setRead(one));
    return () => {
      isPast = true;
    };
  }, [typed, row]);
  return (
    <div class="new-when">
      <label class="new-choice">
        <span>{texts.parts.start}</span>
        <input
          type="text"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value.trim())}
          onChange={() => onDate(asEdit(typed))}
        />
      </label>
      <ul role="status">
        {read.date && (
          <li>
            <code>{read.date.edtf}</code> <span>{daysOf(read.date, language, texts)}</span>
          </li>
        )}
        {read.faults.map(({ column, kind, value, words }) => (
          <li key={`${kind} ${column}`}>
            <strong>{texts.faults[kind] ?? kind}</strong> {columnIn({ column, words })}
            {value !== "" && `: ${words ? inWords(words, texts.refusals) : texts.quoted(value)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
