import { useRef } from "preact/hooks";
import type { Mapping } from "#import/mapping/mapping.ts";
import type { KeptMapping } from "../kept-work.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly offered: KeptMapping | undefined;
  readonly onUse: (mapping: Mapping) => void;
  readonly onLoad: (file: File) => void;
};

/** A mapping from before: the one that this browser keeps of a table with the same columns, or a file. */
export function SavedMapping({ offered, onLoad, onUse, texts }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const load = (
    <>
      <button type="button" class="new-link" onClick={() => file.current?.click()}>
        {texts.loadMapping}
      </button>
      <input
        ref={file}
        class="new-mapping-file"
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [one] = currentTarget.files ?? [];
          if (one) onLoad(one);
          // The same file may be chosen again, once it was mended.
          currentTarget.value = "";
        }}
      />
    </>
  );
  if (!offered) return <p class="new-saved">{load}</p>;
  const when = new Date(offered.keptAt).toLocaleDateString(texts.locale, { dateStyle: "long" });
  return (
    <div class="new-kept">
      <p>{texts.mappingFits(offered.name, when)}</p>
      <p class="new-buttons">
        <button type="button" class="new-button" onClick={() => onUse(offered.mapping)}>
          {texts.useMapping}
        </button>
        {load}
      </p>
    </div>
  );
}
