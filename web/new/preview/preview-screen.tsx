import { useEffect, useRef, useState } from "preact/hooks";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import { fetchTexts } from "#web/i18n/page-catalogues.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly language: InterfaceLanguage;
  readonly dataset: Dataset;
  /** Back to what can be changed; null where nothing can. */
  readonly onChange: ((step: "map" | "rows") => void) | null;
  readonly onTake: () => void;
};

/** So many events the page draws one by one. */
export const MAX_DRAWN = 20_000;

/** The product on what was brought, below a bar that says so. */
export function PreviewScreen({ dataset, language, onChange, onTake, texts }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [isLoading, setIsLoading] = useState(true);
  const isTooMany = dataset.eventCount > MAX_DRAWN;
  useEffect(() => {
    if (isTooMany) return;
    let end: (() => void) | undefined;
    let isGone = false;
    void Promise.all([import("./preview.tsx"), fetchTexts(language)]).then(([{ showPreview }]) => {
      if (isGone || !root.current) return;
      setIsLoading(false);
      end = showPreview(root.current, dataset, language);
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
        {onChange && (
          <>
            <button type="button" class="new-link" onClick={() => onChange("map")}>
              {texts.changeColumns}
            </button>
            <button type="button" class="new-link" onClick={() => onChange("rows")}>
              {texts.changeRows}
            </button>
          </>
        )}
        <button type="button" class="new-primary" onClick={onTake}>
          {texts.takeAway}
        </button>
      </div>
      {isTooMany && <p class="message">{texts.tooMany(dataset.eventCount, MAX_DRAWN)}</p>}
      {!isTooMany && isLoading && <p class="message">{texts.reading(0)}</p>}
      <div class="new-product" ref={root} />
    </div>
  );
}
