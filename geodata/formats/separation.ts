// The separation measures as files write them: one writer for the API and for the page.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Interval, Separation } from "#model/measure/separation.ts";
import { isOneDay, type SeriesStep } from "#model/measure/separation-series.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays, type Day, printDay } from "#model/time/day.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import type { Localized } from "#model/words/language.ts";
import { tableCsv } from "./csv.ts";

export const SEPARATION_STEPS = ["day", "week", "month", "year", "change"] as const;
/** How far apart the days are on which a series is measured; `change`: every day on which a measure changes. */
export type SeparationStep = (typeof SEPARATION_STEPS)[number];

/** What the entries of a series are true of, in one sentence that travels with it. */
export const SAMPLING: Readonly<Record<SeparationStep, Localized>> = {
  day: { en: "Every day is measured.", fr: "Chaque jour est mesuré." },
  week: sampled("every seventh day", "un jour sur sept"),
  month: sampled("the first day of each month", "le premier jour de chaque mois"),
  year: sampled("the first day of each year", "le premier jour de chaque année"),
  change: {
    en: "One entry for each stretch of days over which no measure changes.",
    fr: "Une entrée par suite de jours pendant laquelle aucune mesure ne change.",
  },
};

function sampled(en: string, fr: string): Localized {
  return {
    en: `Measured on single days (${en}, and the first day asked for): what was there only between two of them is not in it; step=change has it.`,
    fr: `Mesuré certains jours seulement (${fr}, et le premier jour demandé) : ce qui n’a existé qu’entre deux d’entre eux n’y est pas ; step=change le donne.`,
  };
}

/** One entry of a series, or the only one of an answer. */
export type SeparationRow = {
  /** The days that the entry is true of. */
  readonly window: Window;
  readonly measured: Separation;
};

/** The steps of a series as entries, each true of all its days. */
export function rowsOfSeries(series: readonly SeriesStep[]): SeparationRow[] {
  return series.map(({ from, until, measured }) => ({ window: { from, until }, measured }));
}

/** The day on which the entry was measured; null for a window, of which sites and people are told apart. */
function sampledOn({ window }: Separation): string | null {
  return window.from !== null && isOneDay(window) ? printDay(window.from) : null;
}

const dayOrNull = (day: Day | null) => (day === null ? null : printDay(day));

/** The entry as the API's JSON has it. Metres, shares of 1, days as texts. */
export function printSeparation(
  { window, measured }: SeparationRow,
  { certainty, conventions }: Pick<SeparationFile, "certainty" | "conventions">,
) {
  const { sites, siteCounts, distance, portDistance, shareOfSitesBeyond, people } = measured;
  return {
    datetime: printDatetime(window),
    sampled_on: sampledOn(measured),
    certainty,
    conventions,
    sites: {
      total: siteCounts.total,
      certain: siteCounts.certain,
      by_convention: siteCounts.byConvention,
      inside: siteCounts.inside,
      edge: siteCounts.edge,
      beyond: siteCounts.beyond,
    },
    distance_m: distance,
    port_distance_m: portDistance,
    share_of_sites_beyond: shareOfSitesBeyond,
    people_on: dayOrNull(people.day),
    people: people.total,
    counted_twice: {
      people: people.countedTwice.people,
      pairs: people.countedTwice.pairs.map(({ fromId, toId }) => ({
        from_id: fromId,
        to_id: toId,
      })),
    },
    people_by_convention: people.byConvention,
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
      by_convention: site.byConvention,
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

/** What all entries of one file have in common. */
export type SeparationFile = {
  readonly meta: Pick<DatasetMeta, "id" | "version" | "licences">;
  readonly certainty: Certainty;
  /** False where bounds that a convention fills are left out. */
  readonly conventions: boolean;
  /** Undefined: one entry, of the whole window. */
  readonly step: SeparationStep | undefined;
};

/** One line an entry (RFC 4180); metres as whole numbers, shares with four decimals, unknown as an empty cell. */
export function separationCsv(
  { meta, certainty, conventions, step }: SeparationFile,
  rows: readonly SeparationRow[],
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
      from: dayOrNull(window.from),
      to: window.until === null ? null : printDay(addDays(window.until, -1)),
      sampled_on: sampledOn(measured),
      sampling: step ? SAMPLING[step].en : null,
      certainty,
      conventions,
      sites: siteCounts.total,
      sites_certain: siteCounts.certain,
      sites_by_convention: siteCounts.byConvention,
      sites_inside: siteCounts.inside,
      sites_edge: siteCounts.edge,
      sites_beyond: siteCounts.beyond,
      distance_min_m: metres(distance?.min),
      distance_median_m: metres(distance?.median),
      distance_mean_m: metres(distance?.mean),
      distance_max_m: metres(distance?.max),
      weighted_distance_low_m: metres(people.weightedDistance?.low),
      weighted_distance_high_m: metres(people.weightedDistance?.high),
      people_on: dayOrNull(people.day),
      people_low: people.total?.low ?? null,
      people_high: people.total?.high ?? null,
      people_at_least: people.total?.atLeast ?? null,
      people_counted_twice: people.total && people.countedTwice.people,
      people_by_convention_low: people.total && (people.byConvention?.low ?? 0),
      people_by_convention_high: people.total && (people.byConvention?.high ?? 0),
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
  return tableCsv(records);
}
