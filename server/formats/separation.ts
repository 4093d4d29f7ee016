// The separation measures and the changes between dates as the API writes them.
import { stringify } from "csv-stringify/sync";
import type { Changes } from "#model/changes.ts";
import type { DatasetMeta } from "#model/dataset.ts";
import { printDatetime } from "#model/datetime.ts";
import type { Interval, OpenSite, Separation } from "#model/separation.ts";
import type { Certainty, Window } from "#model/span.ts";

export function printSeparation(window: Window, certainty: Certainty, separation: Separation) {
  const { sites, siteCounts, distance, portDistance, shareOfSitesBeyond, people } = separation;
  return {
    datetime: printDatetime(window),
    certainty,
    sites: siteCounts,
    distance_m: distance,
    port_distance_m: portDistance,
    share_of_sites_beyond: shareOfSitesBeyond,
    people: people.total,
    coverage: { sites_counted: people.sitesCounted, sites_open: people.sitesOpen },
    weighted_distance_m: people.weightedDistance,
    share_of_people_beyond: people.shareBeyond,
    largest_site: people.largest && {
      place_id: people.largest.siteId,
      share: people.largest.share,
    },
    open_sites: sites.map((site) => ({
      place_id: site.id,
      presence: site.presence,
      side: site.side,
      distance_m: site.distanceM,
      port_distance_m: site.portDistanceM,
      precision_m: site.precisionM,
      people: site.people,
      claims: site.claims.map((claim) => ({
        id: claim.id,
        edtf: claim.edtf,
        counted_by: claim.countedBy,
        counted_by_kind: claim.countedByKind,
        low: claim.low,
        best: claim.best,
        high: claim.high,
      })),
    })),
  };
}

type Row = { readonly window: Window; readonly measured: Separation };

/** One line a step (RFC 4180); metres as whole numbers, shares with four decimals, unknown as an empty cell. */
export function separationCsv(
  meta: DatasetMeta,
  certainty: Certainty,
  rows: readonly Row[],
): string {
  const metres = (value: number | undefined) => (value === undefined ? null : Math.round(value));
  const share = (value: number | undefined | null) => value?.toFixed(4) ?? null;
  const pair = (name: string, interval: Interval | null | undefined) => ({
    [`${name}_low`]: share(interval?.low),
    [`${name}_high`]: share(interval?.high),
  });
  const records = rows.map(({ window, measured }) => {
    const { siteCounts, distance, people } = measured;
    return {
      datetime: printDatetime(window),
      certainty,
      sites: siteCounts.total,
      sites_certain: siteCounts.certain,
      sites_inside: siteCounts.inside,
      sites_edge: siteCounts.edge,
      sites_beyond: siteCounts.beyond,
      distance_min_m: metres(distance?.min),
      distance_median_m: metres(distance?.median),
      distance_mean_m: metres(distance?.mean),
      distance_max_m: metres(distance?.max),
      weighted_distance_low_m: metres(people.weightedDistance?.low),
      weighted_distance_high_m: metres(people.weightedDistance?.high),
      people_low: people.total?.low ?? null,
      people_high: people.total?.high ?? null,
      people_at_least: people.total?.atLeast ?? null,
      sites_counted: people.sitesCounted,
      share_of_sites_beyond: share(measured.shareOfSitesBeyond),
      ...pair("share_of_people_beyond", people.shareBeyond),
      largest_site: people.largest?.siteId ?? null,
      ...pair("share_of_largest_site", people.largest?.share),
      dataset: meta.id,
      version: meta.version.label,
      licence: meta.licences[0]?.name ?? null,
    };
  });
  return stringify(records, {
    header: true,
    record_delimiter: "windows",
    cast: { boolean: (value) => String(value) },
  });
}

/** What changed, by ids of the collections. */
export function printChanges(changes: Changes) {
  const site = ({ id, side, distanceM, presence }: OpenSite) => ({
    place_id: id,
    side,
    distance_m: distanceM,
    presence,
  });
  const size = ({ siteId, before, after }: Changes["grown"][number]) => ({
    place_id: siteId,
    before,
    after,
  });
  return {
    opened: changes.opened.map(site),
    closed: changes.closed.map(site),
    moved: changes.moved.map((movement) => ({
      movement_id: movement.id,
      from_id: movement.fromId,
      to_id: movement.toId,
    })),
    grown: changes.grown.map(size),
    shrunk: changes.shrunk.map(size),
  };
}
