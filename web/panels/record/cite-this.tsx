import { useSignal } from "@preact/signals";
import { isBrought, recordAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { CopyButton } from "#web/controls/copy-button.tsx";
import type { Selection } from "#web/view/question/selection.ts";
import { CITATION_STYLES, type CitationStyle, citationOf } from "#web/view/words/citation.ts";

const STYLE_NAMES: Readonly<Record<CitationStyle, string>> = {
  apa: "APA",
  bibtex: "BibTeX",
  csl: "CSL-JSON",
};

/** The record as it is cited, in three styles, ready to copy. */
export function CiteThis({
  selection,
  title,
}: {
  readonly selection: Selection;
  readonly title: string;
}) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const style = useSignal<CitationStyle>("apa");
  if (isBrought()) return null;
  // What is cited is what the version that is named with it says, whichever is the newest when it is looked up.
  const url = recordAddress(selection, language, dataset.meta.version.label);
  const key = `${selection.kind}-${selection.id}`;
  const text = citationOf(style.value, dataset.meta, { title, url, key }, language);
  return (
    <details class="cite">
      <summary>{texts.cite}</summary>
      <div class="area-buttons">
        {CITATION_STYLES.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={style.value === choice}
            onClick={() => {
              style.value = choice;
            }}
          >
            {STYLE_NAMES[choice]}
          </button>
        ))}
        <CopyButton text={text} label={texts.copy} />
      </div>
      <pre>{text}</pre>
    </details>
  );
}
