import type { Dataset } from "#model/dataset/dataset.ts";
import type { Problem } from "#model/problem.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import { printSelection } from "#web/view/question/selection.ts";

/** What the address names and the dataset has not. */
export function missingRecords(
  dataset: Dataset,
  { dates, state: { sel } }: PictureQuestion,
): Problem[] {
  const problems: Problem[] = [];
  if (dates === "phases" && dataset.phases.length === 0)
    problems.push({ name: "dates", got: "phases", allowed: "days: the data have no periods" });
  if (!sel) return problems;
  const records: Readonly<Record<typeof sel.kind, readonly { readonly id: string }[]>> = {
    place: dataset.places,
    event: dataset.events,
    movement: dataset.movements,
    phase: dataset.phases,
    source: dataset.sources,
  };
  if (!records[sel.kind].some(({ id }) => id === sel.id))
    problems.push({ name: "sel", got: printSelection(sel), allowed: "a record of the data" });
  return problems;
}
