import { readableQuery } from "#web/view/address/url.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { printVersionPair } from "#web/view/question/version-pair.ts";
import { pathOfDataset } from "../served/served-datasets.ts";
import type { Checking, Verdict } from "./verdict.ts";

/** The ways on from a file whose data are here, at the addresses of this service. */
export function linksOf(
  { dataset, page, query, root }: Proof,
  { datasets, service }: Checking,
  { isOutdated, isSameData }: Readonly<Record<"isOutdated" | "isSameData", boolean>>,
): Verdict["links"] {
  const isDefault = dataset.id === datasets.default.datasetId;
  const own = new URL(isDefault ? "" : `${pathOfDataset(dataset.id).slice(1)}/`, service);
  // What is printed may be of another service, or of nobody's.
  const map = page.startsWith(root) ? new URL(page.slice(root.length), own) : own;
  if (!map.href.startsWith(own.href)) return {};
  if (!isOutdated) return { map: map.href };
  const newest = new URL("snapshot.png", own);
  newest.search = query;
  newest.searchParams.delete("v");
  newest.search = readableQuery(newest.search);
  if (!isSameData) return { map: map.href, newest: newest.href };
  const difference = new URL(map);
  if (difference.pathname !== own.pathname) difference.pathname = own.pathname;
  difference.searchParams.delete("v");
  difference.searchParams.set("view", "versions");
  difference.searchParams.set("versions", printVersionPair({ from: dataset.version, to: null }));
  difference.search = readableQuery(difference.search);
  return { map: map.href, difference: difference.href, newest: newest.href };
}
