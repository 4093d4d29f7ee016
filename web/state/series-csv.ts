import { addDays, printDay } from "#model/day.ts";
import type { SeriesStep } from "./series.ts";

/** The steps of the series as CSV (RFC 4180): one line from each day on which a measure changes; unknown is empty. */
export function seriesCsv(series: readonly SeriesStep[]): string {
  const metres = (value: number | undefined) =>
    value === undefined ? "" : String(Math.round(value));
  const share = (value: number | null | undefined) => value?.toFixed(4) ?? "";
  const columns: Readonly<Record<string, (step: SeriesStep) => string>> = {
    from: ({ from }) => printDay(from),
    to: ({ until }) => printDay(addDays(until, -1)),
    sites: ({ measured }) => String(measured.siteCounts.total),
    sites_inside: ({ measured }) => String(measured.siteCounts.inside),
    sites_edge: ({ measured }) => String(measured.siteCounts.edge),
    sites_beyond: ({ measured }) => String(measured.siteCounts.beyond),
    distance_min_m: ({ measured }) => metres(measured.distance?.min),
    distance_median_m: ({ measured }) => metres(measured.distance?.median),
    distance_mean_m: ({ measured }) => metres(measured.distance?.mean),
    distance_max_m: ({ measured }) => metres(measured.distance?.max),
    weighted_distance_low_m: ({ measured }) => metres(measured.people.weightedDistance?.low),
    weighted_distance_high_m: ({ measured }) => metres(measured.people.weightedDistance?.high),
    people_low: ({ measured }) => String(measured.people.total?.low ?? ""),
    people_high: ({ measured }) => String(measured.people.total?.high ?? ""),
    sites_counted: ({ measured }) => String(measured.people.sitesCounted),
    share_of_people_beyond_low: ({ measured }) => share(measured.people.shareBeyond?.low),
    share_of_people_beyond_high: ({ measured }) => share(measured.people.shareBeyond?.high),
    largest_site: ({ measured }) => measured.people.largest?.siteId ?? "",
  };
  const lines = [
    Object.keys(columns),
    ...series.map((step) => Object.values(columns).map((print) => print(step))),
  ];
  return `${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}
