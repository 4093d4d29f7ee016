// The separation measures as files write them: one writer for the API and for the page.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Separation } from "#model/measure/separation.ts";
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

const wholeMetres = Math.round;
const toFourDecimals = (share: number) => Math.round(share * 10_000) / 10_000;

/** The numbers of the object, each rounded; null of none. */
function rounded<Numbers extends Readonly<Record<keyof Numbers, number>>>(
  numbers: Numbers | null | undefined,
  round: (value: number) => number,
): Numbers | null {
  if (!numbers) return null;
  const entries = Object.entries<number>(numbers).map(([name, value]) => [name, round(value)]);
  return Object.fromEntries(entries) as Numbers;
}

/** The lengths and shares of an entry as every file has them: whole metres, shares of 1 to four decimals. */
function published({ distance, people, furtherDistance, shareOfSitesBeyond }: Separation) {
  return {
    distance: rounded(distance, wholeMetres),
    furtherDistance: rounded(furtherDistance, wholeMetres),
    weightedDistance: rounded(people.weightedDistance, wholeMetres),
    shareOfSitesBeyond: shareOfSitesBeyond === null ? null : toFourDecimals(shareOfSitesBeyond),
    shareBeyond: rounded(people.shareBeyond, toFourDecimals),
    shareOfLargest: rounded(people.largest?.share, toFourDecimals),
  };
}

/** The entry as the API's JSON has it. Metres, shares of 1, days as texts. */
export function printSeparation(
  { window, measured }: SeparationRow,
  { certainty, conventions }: Pick<SeparationFile, "certainty" | "conventions">,
) {
  const { sites, siteCounts, people } = measured;
  const figures = published(measured);
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
    distance_m: figures.distance,
    further_distance_m: figures.furtherDistance,
    share_of_sites_beyond: figures.shareOfSitesBeyond,
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
    weighted_distance_m: figures.weightedDistance,
    share_of_people_beyond: figures.shareBeyond,
    largest_site: people.largest && {
      place_id: people.largest.siteId,
      share: figures.shareOfLargest,
    },
    open_sites: sites.map((site) => ({
      place_id: site.id,
      presence: site.presence,
      by_convention: site.byConvention,
      side: site.side,
      distance_m: site.distanceM,
      further_distance_m: site.furtherDistanceM,
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

/** One line an entry (RFC 4180); unknown as an empty cell. */
export function separationCsv(
  { meta, certainty, conventions, step }: SeparationFile,
  rows: readonly SeparationRow[],
): string {
  const records = rows.map(({ window, measured }) => {
    const { siteCounts, people } = measured;
    const { distance, weightedDistance, ...shares } = published(measured);
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
      distance_min_m: distance?.min ?? null,
      distance_median_m: distance?.median ?? null,
      distance_mean_m: distance?.mean ?? null,
      distance_max_m: distance?.max ?? null,
      weighted_distance_low_m: weightedDistance?.low ?? null,
      weighted_distance_high_m: weightedDistance?.high ?? null,
      people_on: dayOrNull(people.day),
      people_low: people.total?.low ?? null,
      people_high: people.total?.high ?? null,
      people_at_least: people.total?.atLeast ?? null,
      people_counted_twice: people.total && people.countedTwice.people,
      people_by_convention_low: people.total && (people.byConvention?.low ?? 0),
      people_by_convention_high: people.total && (people.byConvention?.high ?? 0),
      sites_counted: people.sitesCounted,
      share_of_sites_beyond: shares.shareOfSitesBeyond,
      share_of_people_beyond_low: shares.shareBeyond?.low ?? null,
      share_of_people_beyond_high: shares.shareBeyond?.high ?? null,
      largest_site: people.largest?.siteId ?? null,
      share_of_largest_site_low: shares.shareOfLargest?.low ?? null,
      share_of_largest_site_high: shares.shareOfLargest?.high ?? null,
      dataset: meta.id,
      version: meta.version.label,
      licence: meta.licences[0]?.name ?? null,
    };
  });
  return tableCsv(records);
}
