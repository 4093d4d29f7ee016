import { useEffect, useRef, useState } from "preact/hooks";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { BroughtEvents } from "#web/api/brought-events.ts";
import { fetchTexts } from "#web/i18n/page-catalogues.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly language: InterfaceLanguage;
  readonly dataset: Dataset;
  /** Answers for the events where the document has not got them. */
  readonly events: BroughtEvents;
  /** Back to what the columns are; null where they are not to be chosen. */
  readonly onColumns: (() => void) | null;
  /** To the row of an event, or with null to all; null where no row can be changed. */
  readonly onRow: ((event: string | null) => void) | null;
  readonly onTake: () => void;
};

/** The product itself, which comes when a table is mapped: by the time that it is to be shown it is there. */
export const loadPreview = () => import("./preview.tsx");

/** So many events a browser has room for beside the page; of more it is told as soon as a table is read. */
export const MAX_DRAWN = 200_000;
/** Where each has signs of its own on the map, as those have that are at several points. */
const MAX_SIGNS = 20_000;

/** The product on what was brought, below a bar that says so. */
export function PreviewScreen({
  dataset,
  events,
  language,
  onColumns,
  onRow,
  onTake,
  texts,
}: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [isLoading, setIsLoading] = useState(true);
  const [selected, setSelected] = useState<string | null>(null);
  const most = dataset.eventsAs === "records" ? MAX_SIGNS : MAX_DRAWN;
  const isTooMany = dataset.eventCount > most;
  useEffect(() => {
    if (isTooMany) return;
    let end: (() => void) | undefined;
    let isGone = false;
    const parts = [loadPreview(), fetchTexts(language)] as const;
    void Promise.all(parts).then(async ([{ previewOf }]) => {
      const showPreview = await previewOf(dataset);
      if (isGone || !root.current) return;
      setIsLoading(false);
      end = showPreview(root.current, { dataset, events, language, onEvent: setSelected });
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [dataset, isTooMany]);
  return (
    <div class="new-preview">
      <div class="new-bar">
        <p>{texts.previewNote}</p>
        {onColumns && (
          <button type="button" class="new-link" onClick={onColumns}>
            {texts.changeColumns}
          </button>
        )}
        {onRow && (
          <button type="button" class="new-link" onClick={() => onRow(selected)}>
            {selected === null ? texts.changeRows : texts.changeThisRow}
          </button>
        )}
        <button type="button" class="new-primary" onClick={onTake}>
          {texts.takeAway}
        </button>
      </div>
      {isTooMany && <p class="message">{texts.tooMany(dataset.eventCount, most)}</p>}
      {!isTooMany && isLoading && <p class="message">{texts.reading(0)}</p>}
      <div class="new-product" ref={root} />
    </div>
  );
}
