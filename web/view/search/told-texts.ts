// Words of what no filter speaks of, made ready once: sources, periods, and steps of the story.
import type { Dataset } from "#model/dataset/dataset.ts";
import { searchable } from "#model/words/fold.ts";
import { perDataset } from "#web/view/scene/per-dataset.ts";

/** By the ids of the records. */
type Texts = ReadonlyMap<string, string>;

/** What sources are found by: title, who published it and who has the copy, and when it was published. */
export const sourceTexts: (dataset: Dataset) => Texts = perDataset(
  ({ meta, sources }) =>
    new Map(
      sources.map(({ id, published, publisher, title }) => [
        id,
        searchable([title, publisher, meta.carriers[id] ?? "", published ?? ""]),
      ]),
    ),
);

export const phaseTexts: (dataset: Dataset) => Texts = perDataset(
  ({ phases }) =>
    new Map(
      phases.map(({ id, summary, title }) => [
        id,
        searchable([...Object.values(title), ...Object.values(summary)]),
      ]),
    ),
);

export const stepTexts: (dataset: Dataset) => Texts = perDataset(
  ({ story }) =>
    new Map(
      story.map(({ id, text, title }) => [
        id,
        searchable([...Object.values(title), ...Object.values(text)]),
      ]),
    ),
);
