import { useSignal } from "@preact/signals";
import type { ChangeKind } from "#model/change/change-kind.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { type Change, rowsOf } from "#web/view/versions/changed-records.ts";
import { ChangeMark } from "./change-mark.tsx";
import { ChangeListRow, type RowTies } from "./change-row.tsx";
import { versionsTextsOf } from "./versions-texts.ts";

/** So many rows of a kind are shown at first, and so many more each time they are asked for. */
const ROWS = 100;

type Props = {
  readonly kind: ChangeKind;
  readonly changes: readonly Change[];
  readonly ties: RowTies;
};

/** The records that changed in one way. */
export function ChangeList({ changes, kind, ties }: Props) {
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  const limit = useSignal(ROWS);
  const rows = rowsOf(changes);
  const chosen = new Set(ties.chosen.value);
  // One that the map has chosen is in the list, however long that is.
  const shown = rows.filter((row, index) => index < limit.value || chosen.has(row.key));
  const hidden = rows.length - shown.length;
  return (
    <section class="part change-list-of-kind">
      <h3>
        <ChangeMark kind={kind} /> {texts.kinds[kind]}{" "}
        <span class="number">{formatNumber(changes.length, language)}</span>
      </h3>
      <ul>
        {shown.map((row) => (
          <ChangeListRow key={row.key} row={row} ties={ties} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => {
            limit.value += ROWS;
          }}
        >
          {texts.more(Math.min(hidden, ROWS))}
        </button>
      )}
    </section>
  );
}
