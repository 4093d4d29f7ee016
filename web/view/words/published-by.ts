// Who published a source and, where the dataset says so, who holds the copy that was read.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Source } from "#model/record/source.ts";
import type { Messages } from "#web/i18n/message-types.ts";

export function publishedBy(
  { carriers }: Pick<DatasetMeta, "carriers">,
  { id, publisher }: Pick<Source, "id" | "publisher">,
  texts: Messages,
): string {
  const carrier = carriers[id];
  return carrier === undefined ? publisher : texts.copyHeldBy(publisher, carrier);
}
