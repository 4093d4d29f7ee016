// Single rows, changed by hand: those that cannot be read, and any that somebody looks for.
import { useEffect, useState } from "preact/hooks";
import type { RowEdit } from "#import/mapping/edit.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { FoundRow, FoundRows, RowReading, RowsAsked } from "../reading/find-rows.ts";
import { daysOf } from "../screens/days-of.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { RowEditor } from "./row-editor.tsx";
import { useUndoKeys } from "./undo-keys.ts";

type Props = {
  readonly texts: NewTexts;
  readonly language: InterfaceLanguage;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  /** Whether some rows cannot be read, which are shown first then. */
  readonly hasWrong: boolean;
  /** The event whose row is wanted; null: any may be looked for. */
  readonly event: string | null;
  readonly find: (asked: RowsAsked) => Promise<FoundRows>;
  readonly look: (edit: RowEdit) => Promise<RowReading>;
  readonly onEdit: (edit: RowEdit) => void;
  /** Undefined where there is nothing to undo, or to do again. */
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
  readonly onNext: () => void;
};

export function RowsScreen(props: Props) {
  const { event, find, hasWrong, language, mapping, onNext, onRedo, onUndo, texts } = props;
  const [asked, setAsked] = useState<RowsAsked>({
    words: "",
    onlyWrong: hasWrong && event === null,
    event,
  });
  const [found, setFound] = useState<FoundRows>();
  const [open, setOpen] = useState<string | null>(null);
  useUndoKeys({ undo: onUndo, redo: onRedo });
  useEffect(() => {
    let isPast = false;
    void find(asked).then((rows) => {
      if (isPast) return;
      setFound(rows);
      const [wanted] = asked.event === null ? [] : rows.rows;
      if (wanted) setOpen(wanted.name);
    });
    return () => {
      isPast = true;
    };
  }, [asked, mapping]);
  return (
    <section class="new-screen">
      <h1 tabIndex={-1}>{texts.rowsTitle}</h1>
      <p class="new-lead">{texts.rowsLead}</p>
      <div class="new-buttons new-row-tools">
        <label class="new-choice">
          <span>{texts.findRows}</span>
          <input
            type="search"
            value={asked.words}
            onInput={({ currentTarget }) =>
              setAsked({ ...asked, event: null, words: currentTarget.value })
            }
          />
        </label>
        <label class="new-only">
          <input
            type="checkbox"
            checked={asked.onlyWrong}
            onChange={({ currentTarget }) =>
              setAsked({ ...asked, event: null, onlyWrong: currentTarget.checked })
            }
          />
          <span>{texts.onlyWrong}</span>
        </label>
        <button
          type="button"
          class="new-button"
          aria-keyshortcuts="Control+Z"
          disabled={!onUndo}
          onClick={onUndo}
        >
          {texts.undo}
        </button>
        <button
          type="button"
          class="new-button"
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!onRedo}
          onClick={onRedo}
        >
          {texts.redo}
        </button>
      </div>
      <p class="quiet new-found" role="status">
        {found ? texts.rowsFound(found.rows.length, found.count) : texts.reading(0)}
      </p>
      <ul class="new-rows">
        {found?.rows.map((row) => (
          <li key={row.name} class={row.read.faults.length > 0 ? "is-rejected" : undefined}>
            <button
              type="button"
              class="new-row"
              aria-expanded={open === row.name}
              onClick={() => setOpen(open === row.name ? null : row.name)}
            >
              <span class="quiet">{texts.rowNumber(row.line)}</span>
              <span class="new-row-title">{titleOf(row)}</span>
              <span class="new-row-state">{stateOf(row, language, texts)}</span>
            </button>
            {open === row.name && (
              <RowEditor {...props} row={row} around={found.around} onClose={() => setOpen(null)} />
            )}
          </li>
        ))}
      </ul>
      <div class="new-buttons new-foot">
        <button type="button" class="new-primary" onClick={onNext}>
          {texts.backToMap}
        </button>
        <p role="status">{texts.rowsChanged(mapping.edits.length)}</p>
      </div>
    </section>
  );
}

const titleOf = ({ cells, read }: FoundRow) =>
  read.title ||
  cells
    .filter((cell) => cell.trim() !== "")
    .slice(0, 3)
    .join(" · ");

function stateOf({ edit, read }: FoundRow, language: InterfaceLanguage, texts: NewTexts): string {
  const [fault] = read.faults;
  if (fault) return texts.faults[fault.kind] ?? fault.kind;
  const when = read.date ? daysOf(read.date, language, texts) : "";
  return edit ? `${when} · ${texts.changed}` : when;
}
