import { useSignal } from "@preact/signals";
import type { Source } from "#model/record/source.ts";
import { labelPublished } from "#model/time/date-label.ts";
import { containsWords } from "#model/words/fold.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { Heading, RecordLink } from "#web/panels/record/record-parts.tsx";
import { sourceTexts } from "#web/view/search/told-texts.ts";
import { publishedBy } from "#web/view/words/published-by.ts";

/** Rows that are rendered at once; more on demand. */
const PAGE = 50;

/** Every source, to be searched and narrowed down by kind and language. */
export function SourcesView() {
  const { dataset, sourceWords } = useApp();
  const { sources } = dataset;
  const { language, texts } = useTexts();
  const q = useSignal(sourceWords.value);
  const ready = sourceTexts(dataset);
  const kind = useSignal("");
  const tongue = useSignal("");
  const limit = useSignal(PAGE);
  const found = sources.filter(
    (source) =>
      (kind.value === "" || source.kind === kind.value) &&
      (tongue.value === "" || source.lang === tongue.value) &&
      containsWords(ready.get(source.id) ?? "", q.value),
  );
  const names = new Intl.DisplayNames(language, { type: "language" });
  const options = (values: readonly string[], nameOf: (value: string) => string) =>
    [...new Set(values)].sort().map((value) => (
      <option key={value} value={value}>
        {nameOf(value)}
      </option>
    ));
  return (
    <article class="record">
      <Heading kind={texts.sources}>{texts.sourcesTitle(found.length)}</Heading>
      <label class="search">
        <span>{texts.searchWords}</span>
        <input
          type="search"
          value={q}
          onInput={(event) => {
            q.value = event.currentTarget.value;
            limit.value = PAGE;
          }}
        />
      </label>
      <div class="area-buttons">
        <select
          aria-label={texts.facetSources}
          value={kind}
          onChange={(event) => {
            kind.value = event.currentTarget.value;
          }}
        >
          <option value="">{texts.allKinds}</option>
          {options(
            sources.map((source) => source.kind),
            (value) => wordFor(texts.sourceKind, value),
          )}
        </select>
        <select
          aria-label={texts.languageLabel}
          value={tongue}
          onChange={(event) => {
            tongue.value = event.currentTarget.value;
          }}
        >
          <option value="">{texts.allLanguages}</option>
          {options(
            sources.map((source) => source.lang),
            (value) => names.of(value) ?? value,
          )}
        </select>
      </div>
      <ul class="events">
        {found.slice(0, limit.value).map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
      {found.length > limit.value && (
        <button
          type="button"
          class="primary"
          onClick={() => {
            limit.value += PAGE;
          }}
        >
          {texts.more(formatNumber(found.length - limit.value, language))}
        </button>
      )}
    </article>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  return (
    <li>
      <RecordLink to={{ kind: "source", id: source.id }}>
        <span lang={source.lang}>{source.title}</span>
      </RecordLink>
      <span class="quiet">
        {[
          publishedBy(dataset.meta, source, texts),
          source.published && labelPublished(source.published, language),
          wordFor(texts.sourceKind, source.kind),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </li>
  );
}
