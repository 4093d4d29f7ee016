// `/api/analysis/sums`: what the numeric fields of events come to that the dataset declares as measures.
import type { Context } from "hono";
import { findEventSums } from "#db/queries/dataset/event-sums.ts";
import type { AsOf } from "#db/schema/as-of.ts";
import { printSums, type SumsRow, sumsCsv } from "#formats/sums.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { declaredSums } from "#model/collection/declared-sums.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { SUM_METHOD } from "#model/measure/sum.ts";
import { BIN_STEPS, type BinStep, binsOf } from "#model/time/timeline.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { savedAs } from "../http/files/saved-file.ts";
import { negotiate } from "../http/formats.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { COLUMNS_PARAMETERS, questionText, readItemsQuestion } from "../ogc/items-question.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { MAX_STEPS, within } from "./steps.ts";

const isStep = (text: string): text is BinStep => (BIN_STEPS as readonly string[]).includes(text);

/** Answers the sums over the whole window, or over each step of it, of the events that are asked for. */
export async function answerSums(
  context: Context<AppEnv>,
  served: ServedDataset,
  cached: CachedAnswers<Uint8Array>,
): Promise<Response> {
  const f = negotiate(context, ["json", "csv"]);
  if (f instanceof Response) return f;
  const meta = await servedMeta(served);
  const declared = declaredSums(meta);
  if (declared.length === 0)
    return notFound(context, "this dataset declares no measure of the type sum");
  const { events } = collectionsOf(meta);
  const read = readItemsQuestion(context, events, [...COLUMNS_PARAMETERS, "step", "f"]);
  if (!read.ok) return badRequest(context, read.problems);
  const asked = read.value;
  const { step } = asked;
  if (step !== undefined && !isStep(step))
    return badRequest(context, [{ name: "step", got: step, allowed: BIN_STEPS.join(", ") }]);
  const whole = within(meta, asked.window);
  const stretches = step ? binsOf(step, whole) : [whole];
  if (stretches.length > MAX_STEPS) {
    const allowed = `at most ${MAX_STEPS} steps in the datetime`;
    return badRequest(context, [{ name: "step", got: `more than ${MAX_STEPS} steps`, allowed }]);
  }
  const { version } = meta;
  const tag = entityTag(version, `sums ${questionText(asked)} ${step} ${f}`);
  if (isUnchanged(context, tag, version)) return context.body(null, 304);
  const make = async (asOf: AsOf) => {
    const { datasetId, db } = served;
    const found = await Promise.all(
      declared.map(({ property }) =>
        findEventSums(db, { ...asked, asOf, datasetId }, property, stretches),
      ),
    );
    const rows = stretches.map((window, at) => ({
      window,
      sums: found.flatMap((ofOne) => ofOne[at] ?? []),
    }));
    return Buffer.from(
      f === "csv"
        ? sumsCsv(meta, asked.certainty, declared, rows)
        : JSON.stringify(document(meta, { ...asked, step }, rows)),
    );
  };
  context.set("isOfVersion", cached.has(tag));
  const held = async () => {
    const { answer, isOfVersion } = await heldTo(served, version, {
      ask: ({ asOf }) => make(asOf),
    });
    context.set("isOfVersion", isOfVersion);
    return answer;
  };
  const body = await cached.answer(tag, held, async () => context.get("isOfVersion") === true);
  return context.body(new Uint8Array(body), 200, f === "csv" ? AS_CSV : AS_JSON);
}

const AS_JSON = { "Content-Type": "application/json" };
const AS_CSV = {
  "Content-Type": "text/csv; charset=utf-8; header=present",
  "Content-Disposition": savedAs("attachment", ["rocade", "sums"], "csv"),
};

function document(
  meta: DatasetMeta,
  { certainty, step }: { readonly certainty: string; readonly step: string | undefined },
  rows: readonly SumsRow[],
) {
  const declared = declaredSums(meta);
  const entries = rows.map((row) => printSums(row, declared));
  return {
    dataset: meta.id,
    version: meta.version.label,
    certainty,
    method: SUM_METHOD,
    measures: declared.map(({ label, property: { name, unit } }) => ({
      field: name,
      label,
      unit: unit ?? null,
    })),
    ...(step ? { step, series: entries } : entries[0]),
  };
}
