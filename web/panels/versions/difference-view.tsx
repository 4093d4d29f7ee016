import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { CHANGE_KINDS, type ChangeKind } from "#model/change/change-kind.ts";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import { isInBbox } from "#model/space/bbox.ts";
import { diffFile } from "#web/api/version-diff.ts";
import { afterRender } from "#web/controls/after-render.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { SpotMark } from "#web/view/versions/change-spots.ts";
import { boxOf, changesOf, recordsIn } from "#web/view/versions/changed-records.ts";
import { ChangeKey } from "./change-key.tsx";
import { ChangeList } from "./change-list.tsx";
import type { RowTies } from "./change-row.tsx";
import { layChanges } from "./lay-changes.ts";
import { versionsTextsOf } from "./versions-texts.ts";

type Props = {
  readonly from: string;
  readonly to: string;
  readonly collections: readonly CollectionDiff[];
};

/** Names that a mark says; of more it says how many. */
const NAMES = 4;

/** What is different: how much, the key, the list, and the marks on the map, tied to each other. */
export function DifferenceView({ collections, from, to }: Props) {
  const { actions, frame } = useApp();
  const { language, texts } = useTexts();
  const own = versionsTextsOf(language);
  const list = useRef<HTMLDivElement>(null);
  const changes = useMemo(() => changesOf(collections), [collections]);
  const off = useSignal<ReadonlySet<ChangeKind>>(new Set());
  const pointed = useSignal<readonly string[]>([]);
  const chosen = useSignal<readonly string[]>([]);
  const shown = useComputed(() => changes.filter(({ kind }) => !off.value.has(kind)));

  const toldBy = ({ changes: of, kind }: SpotMark) => {
    const names = [...new Set(of.map(({ name }) => name))];
    const more = names.length > NAMES ? "\u2026" : "";
    return texts.labelled(own.kinds[kind], `${names.slice(0, NAMES).join(", ")}${more}`);
  };
  const chooseOnMap = (keys: readonly string[]) => {
    chosen.value = keys;
    afterRender(() => list.current?.querySelector(".is-chosen")?.scrollIntoView());
  };
  useLayoutEffect(() => {
    if (changes.length === 0) return;
    actions.layOver(
      layChanges({ changes: shown, pointed, chosen, onChoose: chooseOnMap, told: toldBy }),
    );
    return () => actions.layOver(null);
  }, []);

  if (changes.length === 0) return <p role="status">{own.none(from, to)}</p>;
  const ties: RowTies = {
    ...{ from, to, pointed, chosen },
    onChoose: (row) => {
      const isChosen = chosen.value.includes(row.key);
      chosen.value = isChosen ? [] : [row.key, ...row.along.map(({ key }) => key)];
      const box = boxOf([row]);
      if (!isChosen && box) actions.command({ kind: "show", box });
    },
  };
  const without = recordsIn(changes.filter(({ at }) => at === null));
  const whole = boxOf(shown.value);
  const view = frame.value;
  const outside = shown.value.filter(({ at }) => at && view && !isInBbox(at, view)).length;
  return (
    <>
      <p class="lead">{own.differ(recordsIn(changes))}</p>
      <p>
        {own.anyDate}
        {without > 0 && ` ${own.notOnMap(without)}`}
      </p>
      {outside > 0 && whole && (
        <p>
          {own.outOfSight(outside)}{" "}
          <button
            class="change-show-all"
            type="button"
            onClick={() => actions.command({ kind: "show", box: whole })}
          >
            {own.showAll}
          </button>
        </p>
      )}
      <ChangeKey changes={changes} off={off} />
      <div ref={list}>
        {CHANGE_KINDS.map((kind) => {
          const of = shown.value.filter((one) => one.kind === kind);
          return of.length > 0 && <ChangeList key={kind} kind={kind} changes={of} ties={ties} />;
        })}
      </div>
      {collections.map(
        ({ complete, records, title }) =>
          !complete && (
            <p key={title} class="quiet">
              {texts.labelled(title, texts.versionsMore(records.length))}
            </p>
          ),
      )}
      <Files from={from} to={to} />
    </>
  );
}

function Files({ from, to }: Pick<Props, "from" | "to">) {
  const { language } = useTexts();
  const own = versionsTextsOf(language);
  const formats = [
    ["html", own.list],
    ["csv", "CSV"],
    ["geojson", "GeoJSON"],
  ] as const;
  return (
    <nav class="record-address" aria-label={own.files}>
      {formats.map(([format, name]) => (
        <a key={format} href={diffFile(from, to, format, language)}>
          {name}
        </a>
      ))}
    </nav>
  );
}
