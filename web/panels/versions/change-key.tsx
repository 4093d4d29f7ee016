import type { Signal } from "@preact/signals";
import { CHANGE_KINDS, type ChangeKind } from "#model/change/change-kind.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { Change } from "#web/view/versions/changed-records.ts";
import { ChangeMark } from "./change-mark.tsx";
import { versionsTextsOf } from "./versions-texts.ts";

type Props = {
  readonly changes: readonly Change[];
  /** Kinds that the reader has switched off. */
  readonly off: Signal<ReadonlySet<ChangeKind>>;
};

/** The kinds that there are, each with its mark, and whether it is shown. */
export function ChangeKey({ changes, off }: Props) {
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  const toggle = (kind: ChangeKind) => {
    const next = new Set(off.value);
    if (!next.delete(kind)) next.add(kind);
    off.value = next;
  };
  return (
    <fieldset class="change-key">
      <legend>{texts.key}</legend>
      {CHANGE_KINDS.map((kind) => {
        const count = changes.filter((one) => one.kind === kind).length;
        return (
          count > 0 && (
            <label key={kind}>
              <input type="checkbox" checked={!off.value.has(kind)} onChange={() => toggle(kind)} />
              <ChangeMark kind={kind} /> {texts.kinds[kind]}{" "}
              <span class="number">{formatNumber(count, language)}</span>
            </label>
          )
        );
      })}
    </fieldset>
  );
}
