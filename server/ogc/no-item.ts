// The answer about an item that is not there: why, where that is known, and where it still is.
import type { Context } from "hono";
import { lastVersionWith } from "#db/queries/changes/last-held.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { AppEnv } from "../http/app-env.ts";
import { FORMATS } from "../http/formats.ts";
import { apiAddress } from "../http/links.ts";
import { notFound, problemResponse } from "../http/problems.ts";
import type { ServedDataset, ServedMeta } from "../served/served-dataset.ts";
import { pathOfVersion } from "../served/served-datasets.ts";
import { goneRecord } from "../served/withdrawn.ts";

type Asked = {
  readonly collection: Collection;
  readonly id: string;
  /** A person asks for a page. */
  readonly isPage: boolean;
};

/** 410 for what was withdrawn; 404 with a link to the last version that has it, where an earlier one has. */
export async function noItem(
  context: Context<AppEnv>,
  served: ServedDataset,
  { version }: ServedMeta,
  asked: Asked,
): Promise<Response> {
  const { collection, id } = asked;
  // No record has it, and no database takes it.
  if (id.includes("\u0000")) return notFound(context, `${collection.id} has no item with this id`);
  const gone = await goneRecord(context, served, asked);
  if (gone) return gone;
  const before = version.number;
  const label = await lastVersionWith(served.db, served.datasetId, collection, { id, before });
  if (label === undefined) return notFound(context, `${collection.id} has no item with this id`);
  return problemResponse(context, 404, {
    title: "Not found",
    detail: `${collection.id} has no item with this id any more; version ${label} is the last that has it`,
    links: [
      {
        rel: "predecessor-version",
        type: FORMATS.geojson.mediaType,
        title: `The item in version ${label}`,
        href: addressIn(label, context.get("root"), served, asked),
      },
    ],
  });
}

/** The item's address in a version, which stands beside the one that was asked where that was named. */
function addressIn(label: string, root: URL, { asOf }: ServedDataset, { collection, id }: Asked) {
  const dataset = asOf === undefined ? root : new URL("../../", root);
  const version = new URL(`.${pathOfVersion(label)}/`, dataset);
  return apiAddress(version)(`/collections/${collection.id}/items/${encodeURIComponent(id)}`);
}
