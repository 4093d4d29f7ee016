import { Hono } from "hono";
import { findEventBins, type Stretch } from "#db/queries/events.ts";
import { findMovements } from "#db/queries/movements.ts";
import { findCounts, findSites } from "#db/queries/settlements.ts";
import { printChanges } from "#formats/changes.ts";
import {
  printSeparation,
  rowsOfSeries,
  SAMPLING,
  type SeparationRow,
  type SeparationStep,
  separationCsv,
} from "#formats/separation.ts";
import { changesBetween } from "#model/changes.ts";
import { COLLECTIONS } from "#model/collection/collections.ts";
import { withoutConventions } from "#model/convention.ts";
import type { DatasetMeta } from "#model/dataset.ts";
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
import type { Problem } from "#model/problem.ts";
import type { SeparationRecords } from "#model/separation.ts";
import { separationMethods } from "#model/separation-methods.ts";
import { changeDays, measureSeparation, separationSeries } from "#model/separation-series.ts";
import type { Site } from "#model/site.ts";
import { type Certainty, dayWindow, type Window } from "#model/span.ts";
import type { AppEnv } from "../http/app-env.ts";
import { CachedAnswers, lengthOf } from "../http/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { negotiate } from "../http/formats.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { savedAs } from "../http/saved-file.ts";
import { questionText, readItemsQuestion, TIMELINE_PARAMETERS } from "../ogc/items-question.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";

/** More steps than this are refused: one request answers at most four years by day. */
const MAX_STEPS = 1500;

/** Timelines are cached up to so many bytes: among a million events one takes seconds. */
const TIMELINE_BYTES = 4 * 2 ** 20;

/** The separation measures and the histogram, computed from the same rules as the page's. */
export function analysisRoutes(served: ServedDataset) {
  const { db, datasetId } = served;
  const cached = new CachedAnswers(TIMELINE_BYTES, lengthOf);
  return new Hono<AppEnv>()
    .get("/separation", async (context) => {
      const f = negotiate(context, ["json", "csv"]);
      if (f instanceof Response) return f;
      const query = readQuery(context, ["datetime", "certainty", "conventions", "step", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { datetime, certainty = "possible", conventions = true, step } = query.value;
      const meta = await servedMeta(served);
      const tag = entityTag(
        meta.version.contentHash,
        JSON.stringify(["separation", datetime, certainty, conventions, step, f]),
      );
      if (isUnchanged(context, tag, meta.version)) return context.body(null, 304);
      const records = {
        sites: sitesAsAsked(await findSites(db, datasetId), conventions),
        counts: await findCounts(db, datasetId),
        movements: await findMovements(db, datasetId),
      };
      const stretch = within(meta, datetime);
      const days = step ? daysBy(records, step, stretch) : [];
      if (days.length > MAX_STEPS) {
        return badRequest(context, [
          {
            name: "step",
            got: `more than ${MAX_STEPS} steps`,
            allowed: `at most ${MAX_STEPS} steps in the datetime`,
          },
        ]);
      }
      const rows = step
        ? rowsOn(days, records, step, stretch, certainty)
        : [rowOf(records, datetime ?? stretch, certainty)];
      if (f === "csv")
        return context.body(separationCsv({ meta, certainty, conventions, step }, rows), 200, {
          "Content-Type": "text/csv; charset=utf-8; header=present",
          "Content-Disposition": savedAs("attachment", ["rocade", "separation"], "csv"),
        });
      const measured = rows.map((row) => printSeparation(row, { certainty, conventions }));
      const about = {
        dataset: datasetId,
        version: meta.version.label,
        methods: separationMethods(meta),
      };
      return context.json(
        step
          ? { ...about, step, sampling: SAMPLING[step], series: measured }
          : { ...about, ...measured[0] },
      );
    })
    .get("/changes", async (context) => {
      const format = negotiate(context, ["json"]);
      if (format instanceof Response) return format;
      const query = readQuery(context, ["from", "to", "certainty", "conventions", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { from, to, certainty = "possible", conventions = true } = query.value;
      const problems = changesProblems(from, to);
      if (from === undefined || to === undefined || problems.length > 0)
        return badRequest(context, problems);
      const meta = await servedMeta(served);
      const tag = entityTag(
        meta.version.contentHash,
        JSON.stringify(["changes", from, to, certainty, conventions]),
      );
      if (isUnchanged(context, tag, meta.version)) return context.body(null, 304);
      const changes = changesBetween(
        sitesAsAsked(await findSites(db, datasetId), conventions),
        await findCounts(db, datasetId),
        await findMovements(db, datasetId),
        from,
        to,
        certainty,
      );
      return context.json({
        dataset: datasetId,
        version: meta.version.label,
        from: printDay(from),
        to: printDay(to),
        certainty,
        conventions,
        ...printChanges(changes),
      });
    })
    .get("/timeline", async (context) => {
      const format = negotiate(context, ["json"]);
      if (format instanceof Response) return format;
      const read = readItemsQuestion(context, COLLECTIONS.events, TIMELINE_PARAMETERS);
      if (!read.ok) return badRequest(context, read.problems);
      const asked = read.value;
      const meta = await servedMeta(served);
      const tag = entityTag(meta.version.contentHash, `timeline ${questionText(asked)}`);
      if (isUnchanged(context, tag, meta.version)) return context.body(null, 304);
      const whole = within(meta, asked.window);
      const months = monthStarts(whole.from, whole.until);
      if (months.length > MAX_STEPS) {
        return badRequest(context, [
          {
            name: "datetime",
            got: `${months.length} months`,
            allowed: `at most ${MAX_STEPS} months`,
          },
        ]);
      }
      const body = await cached.answer(tag, async () => {
        const [all, ...bins] = await findEventBins(db, { ...asked, datasetId }, [
          whole,
          ...months.map((month) => ({ from: month, until: addMonths(month, 1) })),
        ]);
        const document = {
          dataset: datasetId,
          version: meta.version.label,
          certainty: asked.certainty,
          note: "An event that may fall in two months is counted in both, and once in all.",
          all: { total: all?.total, by_category: all?.byCategory },
          months: bins.map(({ byCategory, total }, index) => ({
            month: printDay(months[index] as Day).slice(0, -3),
            total,
            by_category: byCategory,
          })),
        };
        return Buffer.from(JSON.stringify(document));
      });
      return context.body(new Uint8Array(body), 200, { "Content-Type": "application/json" });
    });
}

/** The sites with the bounds that a convention fills, or without. */
function sitesAsAsked(sites: readonly Site[], conventions: boolean): readonly Site[] {
  return conventions ? sites : withoutConventions(sites);
}

/** Both days are needed, the first not after the second. */
function changesProblems(from: Day | undefined, to: Day | undefined): Problem[] {
  const missing = (["from", "to"] as const).filter((name) => ({ from, to })[name] === undefined);
  const problems = missing.map((name) => ({ name, got: "nothing", allowed: "a day (2014-05-28)" }));
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ name: "to", got: printDay(to), allowed: `a day not before ${printDay(from)}` });
  return problems;
}

/** The window with open ends closed by the dataset's own period. */
function within(meta: DatasetMeta, window: Window | undefined): Stretch {
  const from = window?.from ?? meta.firstDay;
  const until = window?.until ?? addDays(meta.lastDay, 1);
  return { from, until };
}

function rowOf(records: SeparationRecords, window: Window, certainty: Certainty): SeparationRow {
  return { window, measured: measureSeparation(records, window, certainty) };
}

/** The window's own first day, and the first of each step in it or every day of a change. */
function daysBy(records: SeparationRecords, step: SeparationStep, { from, until }: Stretch): Day[] {
  if (step === "change") return changeDays(records, { from, until });
  const days: Day[] = [];
  for (let day = from; day < until && days.length <= MAX_STEPS; day = nextStep(step, day))
    days.push(day);
  return days;
}

function rowsOn(
  days: readonly Day[],
  records: SeparationRecords,
  step: SeparationStep,
  { from, until }: Stretch,
  certainty: Certainty,
): SeparationRow[] {
  return step === "change"
    ? rowsOfSeries(separationSeries(records, from, addDays(until, -1), certainty))
    : days.map((day) => rowOf(records, dayWindow(day), certainty));
}

function nextStep(step: Exclude<SeparationStep, "change">, day: Day): Day {
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
