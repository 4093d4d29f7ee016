// Sources, periods and steps of the story that words find.
import type { Dataset } from "#model/dataset/dataset.ts";
import { labelDay, labelDayRange, labelPublished } from "#model/time/date-label.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { containsWords, searchable } from "#model/words/fold.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { publishedBy } from "#web/view/words/published-by.ts";
import type { Told } from "./record-results.ts";
import type { SearchResult } from "./search-result.ts";
import { phaseTexts, sourceTexts, stepTexts } from "./told-texts.ts";

export function sourceResults(q: string, dataset: Dataset, { language, texts }: Told) {
  const ready = sourceTexts(dataset);
  const isInTitle = (title: string) => containsWords(searchable([title]), q);
  return dataset.sources
    .filter(({ id }) => containsWords(ready.get(id) ?? "", q))
    .sort((a, b) => Number(isInTitle(b.title)) - Number(isInTitle(a.title)))
    .map(
      (source): SearchResult => ({
        key: `source-${source.id}`,
        target: { kind: "record", selection: { kind: "source", id: source.id }, date: null },
        sign: { kind: "source" },
        title: { [source.lang]: source.title },
        otherName: null,
        when: source.published ? labelPublished(source.published, language) : "",
        where: [publishedBy(dataset.meta, source, texts), wordFor(texts.sourceKind, source.kind)]
          .filter(Boolean)
          .join(" · "),
      }),
    );
}

export function tellingResults(q: string, dataset: Dataset, { language, texts }: Told) {
  const [phases, steps] = [phaseTexts(dataset), stepTexts(dataset)];
  const isFound = (ready: ReadonlyMap<string, string>, id: string) =>
    containsWords(ready.get(id) ?? "", q);
  return [
    ...dataset.phases
      .filter(({ id }) => isFound(phases, id))
      .map(
        ({ id, title, window }): SearchResult => ({
          key: `phase-${id}`,
          target: { kind: "record", selection: { kind: "phase", id }, date: null },
          sign: { kind: "phase" },
          title,
          otherName: null,
          when: labelStretch(window.from, window.until ?? dataset.meta.lastDay),
          where: texts.searchPeriod,
        }),
      ),
    ...dataset.story
      .filter(({ id }) => isFound(steps, id))
      .map(
        (step): SearchResult => ({
          key: `step-${step.id}`,
          target: { kind: "step", id: step.id },
          sign: { kind: "step" },
          title: step.title,
          otherName: null,
          when: labelDay(step.date, language),
          where: texts.searchStep(dataset.story.indexOf(step) + 1, dataset.story.length),
        }),
      ),
  ];
  function labelStretch(from: Day | null, until: Day): string {
    return from === null ? "" : labelDayRange(from, addDays(until, -1), language);
  }
}
