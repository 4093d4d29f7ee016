import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { FACETS, type Facet } from "#model/question/filter.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { textIn } from "#model/words/language.ts";
import type { VocabularyName } from "#model/words/vocabulary.ts";
import { afterRender } from "#web/controls/after-render.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { Term } from "#web/controls/said.tsx";
import { wordFor } from "#web/i18n/messages.ts";
import { ownInWords } from "#web/i18n/own-words.ts";

/** Whose words are the dataset's, which may be in another language than the page. */
const TERMS: Readonly<Partial<Record<Facet, VocabularyName>>> = {
  kinds: "placeKinds",
  categories: "eventCategories",
  sourceKinds: "sourceKinds",
};

/** The active parts of the filter, each of which can be taken away. */
export function FilterChips() {
  const { dataset, filter, isFiltered, actions } = useApp();
  const { language, texts } = useTexts();
  const columns = ownColumns(dataset.meta.attributes);
  const list = useRef<HTMLUListElement>(null);
  if (!isFiltered.value) return null;
  const words: Readonly<Record<Facet, Readonly<Record<string, string>>>> = {
    kinds: texts.placeKind,
    categories: texts.category,
    certainties: texts.certaintyWord,
    sides: texts.shortSide,
    sourceKinds: texts.sourceKind,
  };
  const { q, area } = filter.value;
  /** The reader who takes one away stands at the others. */
  const remove = (work: () => void) => () => {
    work();
    afterRender(() => {
      const { activeElement, body } = document;
      if (activeElement === body || !activeElement?.isConnected)
        list.current?.querySelector("button")?.focus();
    });
  };
  return (
    <ul class="chips" aria-label={texts.activeFilters} ref={list}>
      {q.trim() !== "" && (
        <Chip text={texts.quoted(q)} onRemove={remove(() => actions.setQuery(""))} />
      )}
      {area && <Chip text={texts.inArea} onRemove={remove(() => actions.setArea(null))} />}
      {FACETS.flatMap((facet) =>
        filter.value[facet].map((value) => (
          <Chip
            key={`${facet}:${value}`}
            text={wordFor(words[facet], value)}
            onRemove={remove(() => actions.toggleFacet(facet, value))}
          >
            {TERMS[facet] && <Term of={TERMS[facet]} id={value} />}
          </Chip>
        )),
      )}
      {filter.value.own.map((condition) => {
        const column = columns.find(({ name }) => name === condition.name);
        const title = column ? textIn(column.title, language) : condition.name;
        return ownInWords(condition, column?.unit ?? null, language, texts).map(
          ({ left, text }) => (
            <Chip
              key={`${condition.name}:${text}`}
              text={texts.ofColumn(title, text)}
              onRemove={remove(() => actions.setOwn(condition, left))}
            />
          ),
        );
      })}
      <li>
        <button type="button" class="chip-all" onClick={actions.clearFilter}>
          {texts.clearFilter}
        </button>
      </li>
    </ul>
  );
}

/** `children`: what is shown of the text, where that is more than its letters. */
function Chip({
  children,
  text,
  onRemove,
}: {
  readonly children?: ComponentChildren;
  readonly text: string;
  readonly onRemove: () => void;
}) {
  const { texts } = useTexts();
  return (
    <li>
      <button type="button" class="chip" aria-label={texts.removeFilter(text)} onClick={onRemove}>
        {children || text}
        <Icon name="close" />
      </button>
    </li>
  );
}
