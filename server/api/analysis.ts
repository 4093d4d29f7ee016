import { type Context, Hono } from "hono";
import { findEventBins } from "#db/queries/dataset/events.ts";
import { findMovements } from "#db/queries/dataset/movements.ts";
import { findCounts, findSites } from "#db/queries/dataset/sites.ts";
import type { AsOf } from "#db/schema/as-of.ts";
import { printChanges } from "#formats/changes.ts";
import {
  printSeparation,
  rowsOfSeries,
  SAMPLING,
  SEPARATION_STEPS,
  type SeparationRow,
  type SeparationStep,
  separationCsv,
} from "#formats/separation.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { changesBetween } from "#model/measure/changes.ts";
import type { SeparationRecords } from "#model/measure/separation.ts";
import { separationMethods } from "#model/measure/separation-methods.ts";
import {
  changeDays,
  measureSeparation,
  separationSeries,
} from "#model/measure/separation-series.ts";
import type { Problem } from "#model/problem.ts";
import { withoutConventions } from "#model/time/convention.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays, addMonths, type Day, monthStart, printDay } from "#model/time/day.ts";
import { type Certainty, dayWindow, type Window } from "#model/time/span.ts";
import { BIN_STEPS, binsOf, type Stretch } from "#model/time/timeline.ts";
import type { AppEnv } from "../http/app-env.ts";
import { Busy } from "../http/busy.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { savedAs } from "../http/files/saved-file.ts";
import { negotiate } from "../http/formats.ts";
import { roomForOthers, type Turns } from "../http/limits/turns.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import type { ServedVersion } from "../http/served-version.ts";
import { questionText, readItemsQuestion, TIMELINE_PARAMETERS } from "../ogc/items-question.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { daysBy, MAX_STEPS, outsidePeriod, usualStep, within } from "./steps.ts";
import { answerSums } from "./sums.ts";

/** Series and changes that may wait to be worked out. */
export const MAX_WAITING = 20;
/** Days of a series that are worked out before others have their turn. */
const DAYS_AT_ONCE = 10;

const AS_JSON = { "Content-Type": "application/json" };
const AS_CSV = {
  "Content-Type": "text/csv; charset=utf-8; header=present",
  "Content-Disposition": savedAs("attachment", ["rocade", "separation"], "csv"),
};

class TooManySteps extends Error {}

const BUSY_SECONDS = 2;

/**
 * The separation measures and the histogram, computed from the same rules as the page's. Answers are cached: among a
 * million events a timeline takes seconds, and so does a series by day.
 */
export function analysisRoutes(served: ServedDataset, cached: CachedAnswers, turns: Turns) {
  const { db, datasetId } = served;
  /** The answer under the tag, made where it is not cached. */
  const answered = (
    context: Context<AppEnv>,
    { tag, version }: { readonly tag: string; readonly version: ServedVersion },
    make: (asOf: AsOf) => Promise<Uint8Array>,
  ) => {
    context.set("isOfVersion", cached.has(tag));
    return cached.answer(
      tag,
      async () => {
        const { answer, isOfVersion } = await heldTo(served, version, {
          ask: ({ asOf }) => make(asOf),
        });
        context.set("isOfVersion", isOfVersion);
        return answer;
      },
      async () => context.get("isOfVersion") === true,
    );
  };
  /** The same of a text that is worked out in turn. */
  const workedOut = (
    context: Context<AppEnv>,
    of: Parameters<typeof answered>[1],
    work: (asOf: AsOf) => Promise<string>,
  ) =>
    answered(context, of, async (asOf) => {
      const text = await turns.take(() => work(asOf));
      if (text === undefined) throw new Busy(`${MAX_WAITING} analyses are waiting`, BUSY_SECONDS);
      return Buffer.from(text);
    });
  /** What is measured, the sites with the bounds that a convention fills, or without. */
  const recordsAsAsked = async (asOf: AsOf, conventions: boolean): Promise<SeparationRecords> => {
    const of = { asOf, datasetId };
    const sites = await findSites(db, of);
    return {
      sites: conventions ? sites : withoutConventions(sites),
      counts: await findCounts(db, of),
      movements: await findMovements(db, of),
    };
  };
  return new Hono<AppEnv>()
    .get("/separation", async (context) => {
      const f = negotiate(context, ["json", "csv"]);
      if (f instanceof Response) return f;
      const query = readQuery(context, ["datetime", "certainty", "conventions", "step", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { datetime, certainty = "possible", conventions = true } = query.value;
      const asked = query.value.step;
      const step = SEPARATION_STEPS.find((one) => one === asked);
      if (asked !== step)
        return badRequest(context, [
          { name: "step", got: `${asked}`, allowed: `one of ${SEPARATION_STEPS.join(", ")}` },
        ]);
      const meta = await servedMeta(served);
      const { version } = meta;
      const tag = entityTag(
        version,
        JSON.stringify(["separation", datetime, certainty, conventions, step, f]),
      );
      if (isUnchanged(context, tag, version)) return context.body(null, 304);
      const outside = datetime
        ? outsidePeriod(meta, "datetime", datetime, printDatetime(datetime))
        : [];
      if (outside.length > 0) return badRequest(context, outside);
      const stretch = within(meta, datetime);
      const isLong = step && step !== "change" && daysBy(step, stretch).length > MAX_STEPS;
      const tooMany = {
        name: "step",
        got: `more than ${MAX_STEPS} steps`,
        allowed: `at most ${MAX_STEPS} steps in the datetime`,
      };
      if (isLong) return badRequest(context, [tooMany]);
      try {
        const body = await workedOut(context, { tag, version }, async (asOf) => {
          const records = await recordsAsAsked(asOf, conventions);
          if (step === "change" && changeDays(records, stretch).length > MAX_STEPS)
            throw new TooManySteps();
          const rows = step
            ? await rowsOn(records, step, stretch, certainty)
            : [rowOf(records, stretch, certainty)];
          if (f === "csv") return separationCsv({ meta, certainty, conventions, step }, rows);
          const measured = rows.map((row) => printSeparation(row, { certainty, conventions }));
          const about = {
            dataset: datasetId,
            version: version.label,
            methods: separationMethods(meta),
          };
          return JSON.stringify(
            step
              ? { ...about, step, sampling: SAMPLING[step], series: measured }
              : { ...about, ...measured[0] },
          );
        });
        return context.body(new Uint8Array(body), 200, f === "csv" ? AS_CSV : AS_JSON);
      } catch (error) {
        if (error instanceof TooManySteps) return badRequest(context, [tooMany]);
        throw error;
      }
    })
    .get("/changes", async (context) => {
      const format = negotiate(context, ["json"]);
      if (format instanceof Response) return format;
      const query = readQuery(context, ["from", "to", "certainty", "conventions", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { from, to, certainty = "possible", conventions = true } = query.value;
      const meta = await servedMeta(served);
      const problems = [
        ...changesProblems(from, to),
        ...Object.entries({ from, to }).flatMap(([name, day]) =>
          day === undefined ? [] : outsidePeriod(meta, name, dayWindow(day), printDay(day)),
        ),
      ];
      if (from === undefined || to === undefined || problems.length > 0)
        return badRequest(context, problems);
      const { version } = meta;
      const tag = entityTag(version, JSON.stringify(["changes", from, to, certainty, conventions]));
      if (isUnchanged(context, tag, version)) return context.body(null, 304);
      const body = await workedOut(context, { tag, version }, async (asOf) => {
        const changes = changesBetween(
          await recordsAsAsked(asOf, conventions),
          from,
          to,
          certainty,
        );
        return JSON.stringify({
          dataset: datasetId,
          version: version.label,
          from: printDay(from),
          to: printDay(to),
          certainty,
          conventions,
          ...printChanges(changes),
        });
      });
      return context.body(new Uint8Array(body), 200, AS_JSON);
    })
    .get("/sums", (context) => answerSums(context, served, cached))
    .get("/timeline", async (context) => {
      const format = negotiate(context, ["json"]);
      if (format instanceof Response) return format;
      const meta = await servedMeta(served);
      const read = readItemsQuestion(context, collectionsOf(meta).events, TIMELINE_PARAMETERS);
      if (!read.ok) return badRequest(context, read.problems);
      const asked = read.value;
      const { version } = meta;
      const tag = entityTag(version, `timeline ${questionText(asked)}`);
      if (isUnchanged(context, tag, version)) return context.body(null, 304);
      const whole = within(meta, asked.window);
      const wanted = asked.step ?? usualStep(whole);
      const step = BIN_STEPS.find((one) => one === wanted);
      if (!step)
        return badRequest(context, [
          { name: "step", got: `${asked.step}`, allowed: `one of ${BIN_STEPS.join(", ")}` },
        ]);
      const isOfMonths = asked.step === undefined && step === "month";
      const bins = binsOf(step, isOfMonths ? wholeMonths(whole) : whole);
      if (bins.length > MAX_STEPS) {
        const got = `${step}, of which the datetime has ${bins.length}`;
        const allowed = `a step of which it has at most ${MAX_STEPS}, one of ${BIN_STEPS.join(", ")}`;
        return badRequest(context, [{ name: "step", got, allowed }]);
      }
      const body = await answered(context, { tag, version }, async (asOf) => {
        const [all, ...counted] = await findEventBins(db, { ...asked, asOf, datasetId }, [
          whole,
          ...bins,
        ]);
        const rows = counted.map(({ byCategory, total }, index) => {
          const { from, until } = bins[index] as Stretch;
          const days = { first: printDay(from), last: printDay(addDays(until, -1)) };
          return { ...days, total, by_category: byCategory };
        });
        const document = {
          dataset: datasetId,
          version: version.label,
          certainty: asked.certainty,
          note: `An event that may fall in two ${step}s is counted in both, and once in all.`,
          all: { total: all?.total, by_category: all?.byCategory },
          ...(isOfMonths
            ? {
                months: rows.map(({ first, last: _last, ...row }) => ({
                  month: first.slice(0, -3),
                  ...row,
                })),
              }
            : { step, bins: rows }),
        };
        return Buffer.from(JSON.stringify(document));
      });
      return context.body(new Uint8Array(body), 200, AS_JSON);
    });
}

/** Months are told without the days that the stretch has of them: they are counted whole. */
function wholeMonths({ from, until }: Stretch): Stretch {
  const last = monthStart(addDays(until, -1));
  return { from: monthStart(from), until: addMonths(last, 1) };
}

/** Both days are needed, the first not after the second. */
function changesProblems(from: Day | undefined, to: Day | undefined): Problem[] {
  const missing = (["from", "to"] as const).filter((name) => ({ from, to })[name] === undefined);
  const problems = missing.map((name) => ({ name, got: "nothing", allowed: "a day (2014-05-28)" }));
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ name: "to", got: printDay(to), allowed: `a day not before ${printDay(from)}` });
  return problems;
}

function rowOf(records: SeparationRecords, window: Window, certainty: Certainty): SeparationRow {
  return { window, measured: measureSeparation(records, window, certainty) };
}

async function rowsOn(
  records: SeparationRecords,
  step: SeparationStep,
  stretch: Stretch,
  certainty: Certainty,
): Promise<SeparationRow[]> {
  if (step === "change")
    return rowsOfSeries(
      separationSeries(records, stretch.from, addDays(stretch.until, -1), certainty),
    );
  const rows: SeparationRow[] = [];
  for (const day of daysBy(step, stretch)) {
    rows.push(rowOf(records, dayWindow(day), certainty));
    if (rows.length % DAYS_AT_ONCE === 0) await roomForOthers();
  }
  return rows;
}
