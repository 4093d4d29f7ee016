import { Hono } from "hono";
import { findEventSpans } from "#db/queries/events.ts";
import { findMeta } from "#db/queries/meta.ts";
import { findCounts, findSites } from "#db/queries/settlements.ts";
import type { DatasetMeta } from "#model/dataset.ts";
import { printDatetime } from "#model/datetime.ts";
import {
  addDays,
  addMonths,
  civil,
  type Day,
  dayOf,
  monthStart,
  monthStarts,
  printDay,
} from "#model/day.ts";
import { measureSeparation, type Separation } from "#model/separation.ts";
import { SEPARATION_METHODS } from "#model/separation-methods.ts";
import { type Certainty, dayWindow, type Window } from "#model/span.ts";
import { binByMonth } from "#model/timeline.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery, type Step } from "../http/query.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** More steps than this are refused: one request answers at most four years by day. */
const MOST_STEPS = 1500;

/** The separation measures and the histogram, computed from the same rules as the page's. */
export function analysisRoutes(served: ServedDataset) {
  const { db, datasetId } = served;
  return new Hono<AppEnv>()
    .get("/separation", async (context) => {
      const query = readQuery(context, ["datetime", "certainty", "step", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { datetime, certainty = "possible", step } = query.value;
      const meta = await metaOf(served);
      const windows = step
        ? windowsBy(step, within(meta, datetime))
        : [datetime ?? within(meta, undefined)];
      if (windows.length > MOST_STEPS) {
        return badRequest(context, [
          {
            name: "step",
            got: `${windows.length} steps`,
            allowed: `at most ${MOST_STEPS} steps in the datetime`,
          },
        ]);
      }
      const tag = entityTag(
        meta.version.contentHash,
        JSON.stringify(["separation", datetime, certainty, step]),
      );
      if (isUnchanged(context, tag)) return context.body(null, 304);
      const [sites, counts] = [await findSites(db, datasetId), await findCounts(db, datasetId)];
      const measured = windows.map((window) =>
        printSeparation(window, certainty, measureSeparation(sites, counts, window, certainty)),
      );
      const about = {
        dataset: datasetId,
        version: meta.version.label,
        methods: SEPARATION_METHODS,
      };
      return context.json(
        step ? { ...about, step, series: measured } : { ...about, ...measured[0] },
      );
    })
    .get("/timeline", async (context) => {
      const query = readQuery(context, ["datetime", "certainty", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { datetime, certainty = "possible" } = query.value;
      const meta = await metaOf(served);
      const tag = entityTag(
        meta.version.contentHash,
        JSON.stringify(["timeline", datetime, certainty]),
      );
      if (isUnchanged(context, tag)) return context.body(null, 304);
      const { from, until } = within(meta, datetime);
      const months = monthStarts(from, until);
      if (months.length > MOST_STEPS) {
        return badRequest(context, [
          {
            name: "datetime",
            got: `${months.length} months`,
            allowed: `at most ${MOST_STEPS} months`,
          },
        ]);
      }
      const bins = binByMonth(await findEventSpans(db, datasetId), months, certainty);
      return context.json({
        dataset: datasetId,
        version: meta.version.label,
        certainty,
        note: "An event that may fall in two months is counted in both.",
        months: bins.map((bin) => ({
          month: printDay(bin.month).slice(0, 7),
          total: bin.total,
          by_category: bin.byCategory,
        })),
      });
    });
}

async function metaOf(served: ServedDataset): Promise<DatasetMeta> {
  const meta = await findMeta(served.db, served.datasetId);
  return meta ?? Promise.reject(new Error(`dataset ${served.datasetId} is not in the database`));
}

type ClosedWindow = { readonly from: Day; readonly until: Day };

/** The window with open ends closed by the dataset's own period. */
function within(meta: DatasetMeta, window: Window | undefined): ClosedWindow {
  const from = window?.from ?? meta.firstDay;
  const until = window?.until ?? addDays(meta.lastDay, 1);
  return { from, until };
}

/** The first day of each step in the window, and the window's own first day. */
function windowsBy(step: Step, { from, until }: ClosedWindow): Window[] {
  const days: Day[] = [];
  for (let day = from; day < until && days.length <= MOST_STEPS; day = nextStep(step, day))
    days.push(day);
  return days.map(dayWindow);
}

function nextStep(step: Step, day: Day): Day {
  switch (step) {
    case "day":
      return addDays(day, 1);
    case "week":
      return addDays(day, 7);
    case "month":
      return addMonths(monthStart(day), 1);
    case "year":
      return dayOf(civil(day).year + 1, 1, 1);
  }
}

function printSeparation(window: Window, certainty: Certainty, separation: Separation) {
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
