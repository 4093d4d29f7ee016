import type { Dataset } from "#model/dataset/dataset.ts";
import { nearestOf } from "#model/near-name.ts";
import type { Problem } from "#model/problem.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import { printSelection, type Selection } from "#web/view/question/selection.ts";

/** What the address names and the dataset has not. */
export function missingRecords(
  dataset: Dataset,
  { dates, edits, state: { sel } }: PictureQuestion,
): Problem[] {
  const problems: Problem[] = [];
  if (dates === "phases" && dataset.phases.length === 0)
    problems.push({ name: "dates", got: "phases", allowed: "days: the data have no periods" });
  const records: Readonly<Record<Selection["kind"], readonly { readonly id: string }[]>> = {
    place: dataset.places,
    event: dataset.events,
    movement: dataset.movements,
    phase: dataset.phases,
    source: dataset.sources,
  };
  const named = [
    ...(sel ? [{ name: "sel", record: sel }] : []),
    ...[...edits.labels.keys()].map((id) => ({
      name: "label",
      record: { kind: "place", id } as const,
    })),
    ...edits.highlights.map((record) => ({ name: "highlight", record })),
  ];
  for (const { name, record } of named) {
    const ids = records[record.kind].map(({ id }) => id);
    if (ids.includes(record.id)) continue;
    // Of many that are not there one slip is looked for: each takes a look at all ids.
    const near = problems.length === 0 ? nearestOf(record.id, ids) : undefined;
    const meant = near === undefined ? "" : printSelection({ ...record, id: near });
    const allowed = `a record of the data${meant && ` (did you mean ${meant}?)`}`;
    problems.push({ name, got: printSelection(record), allowed });
  }
  return problems;
}
