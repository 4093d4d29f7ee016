import type { Signal } from "@preact/signals";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";
import { inLanguage, ownAddress, recordAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { type Change, type ChangeRow, countedByTitle } from "#web/view/versions/changed-records.ts";
import { FieldChanges } from "./field-changes.tsx";
import { versionsTextsOf } from "./versions-texts.ts";

/** What a row does, and what it is told by the map. */
export type RowTies = {
  readonly from: string;
  readonly to: string;
  readonly pointed: Signal<readonly string[]>;
  readonly chosen: Signal<readonly string[]>;
  readonly onChoose: (row: ChangeRow) => void;
};

/** A record that differs: what it is called, what of it changed, and the way to it in each version. */
export function ChangeListRow({ row, ties }: { readonly row: ChangeRow; readonly ties: RowTies }) {
  const { texts: common } = useTexts();
  const { chosen, onChoose, pointed } = ties;
  const keys = [row.key, ...row.along.map(({ key }) => key)];
  const isIn = (all: readonly string[]) => keys.some((key) => all.includes(key));
  const isChosen = isIn(chosen.value);
  const point = () => {
    pointed.value = keys;
  };
  const leave = () => {
    pointed.value = [];
  };
  return (
    <li
      class={[isIn(pointed.value) && "is-pointed", isChosen && "is-chosen"]
        .filter(Boolean)
        .join(" ")}
      data-change-row={row.key}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocusIn={point}
      onFocusOut={leave}
    >
      <p class="change-name">
        {row.at ? (
          <button type="button" aria-pressed={isChosen} onClick={() => onChoose(row)}>
            <bdi>{row.name}</bdi>
          </button>
        ) : (
          <strong>
            <bdi>{row.name}</bdi>
          </strong>
        )}{" "}
        <Identity of={row} />
      </p>
      <FieldChanges of={row} />
      <InVersions of={row} ties={ties} />
      {row.along.length > 0 && (
        <details>
          <summary>{common.movedAlong(countedByTitle(row.along))}</summary>
          <ul class="change-along">
            {row.along.map((one) => (
              <li key={one.key}>
                <bdi>{one.name}</bdi> <Identity of={one} /> <InVersions of={one} ties={ties} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Of what it is a record, and its id where its name is not that. */
function Identity({ of: { at, id, name, title } }: { readonly of: Change }) {
  const { language } = useTexts();
  return (
    <span class="quiet">
      {title}
      {name !== id && (
        <>
          {" · "}
          <code>{id}</code>
        </>
      )}
      {at === null && ` · ${versionsTextsOf(language).hidden}`}
    </span>
  );
}

/** To the record in each of the versions that have it. */
function InVersions({ of, ties: { from, to } }: { readonly of: Change; readonly ties: RowTies }) {
  const { dataset } = useApp();
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  const labels = [of.kind !== "added" && from, of.kind !== "removed" && to];
  return (
    <span class="change-versions">
      {labels.map(
        (label) =>
          label !== false && (
            <a key={label} href={addressIn(label, of, { language, meta: dataset.meta })}>
              {texts.inVersion(label)}
            </a>
          ),
      )}
    </span>
  );
}

const KINDS: Readonly<Partial<Record<string, Selection["kind"]>>> = {
  places: "place",
  events: "event",
  movements: "movement",
  sources: "source",
  phases: "phase",
};

type Reader = { readonly language: Language; readonly meta: DatasetMeta };

/** The page of a record as a version has it; of what has no page the answer of the API. */
function addressIn(label: string, { collection, id }: Change, { language, meta }: Reader): string {
  const role = Object.values(collectionsOf(meta)).find((one) => one.id === collection)?.role;
  const kind = role && KINDS[role];
  const version = encodeURIComponent(label);
  return kind
    ? recordAddress({ kind, id }, language, label)
    : inLanguage(
        ownAddress(`v/${version}/api/collections/${collection}/items/${encodeURIComponent(id)}`),
        language,
      );
}
