// Which version a request asks for. Nothing else reads it: `app.ts` hands routes the dataset in that version.
import { LRUCache } from "lru-cache";
import { findHistory, findNamedVersion, type VersionName } from "#db/queries/versions.ts";
import { findWithdrawnVersion } from "#db/queries/withdrawals.ts";
import { asLabel, type DatasetVersion } from "#model/dataset/version.ts";
import type { Withdrawal } from "#model/dataset/withdrawal.ts";
import { failed, quote, type Result } from "#model/problem.ts";
import { remembered } from "#model/remember.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { parseAskedInstant, parseDayOrInstant } from "#model/time/instant.ts";
import { instantsAt } from "#model/time/time-zone.ts";
import { type ServedDataset, servedMeta, servedVersion } from "./served-dataset.ts";

/** How a version is named: `asOf` takes an instant, too, `v` the hash of the content. */
export type Naming = { readonly by: "asOf" | "v"; readonly text: string };

const MAX_NAMES = 200;
/** As long as the newest version is not asked for again, too. */
const LIFETIME_MS = 1000;
const names = new WeakMap<ServedDataset, LRUCache<string, Promise<DatasetVersion | undefined>>>();
const MS_PER_DAY = 86_400_000;

/** The version of the dataset that the text names; undefined where none has the name, or not everywhere yet. */
export async function namedVersion(
  newest: ServedDataset,
  { by, text }: Naming,
): Promise<DatasetVersion | undefined> {
  const own = names.get(newest) ?? new LRUCache({ max: MAX_NAMES, ttl: LIFETIME_MS });
  names.set(newest, own);
  const found = await remembered(own, `${by} ${text}`, async () => {
    const { datasetId, db } = newest;
    const labelled = await firstOf(labelsIn(text), (label) =>
      findNamedVersion(db, datasetId, nameOf(by, label)),
    );
    if (labelled || by !== "asOf") return labelled;
    const instant = await instantOf(newest, text);
    const version = instant && (await findNamedVersion(db, datasetId, { instant }));
    const withdrawn = instant && (await findWithdrawnVersion(db, datasetId, { instant }));
    // What was the newest then is told no more, and the one before it was not.
    return withdrawn && version && version.publishedAt < withdrawn.publishedAt
      ? undefined
      : version;
  });
  // A replica may have it before others do: until all have, it is not there.
  const { number } = await servedVersion(newest);
  return found && found.number <= number ? found : undefined;
}

/** The version that had the name and was withdrawn; to be asked where none has it. */
export async function withdrawnVersion(
  newest: ServedDataset,
  { by, text }: Naming,
): Promise<Withdrawal | undefined> {
  const { datasetId, db } = newest;
  const labelled = await firstOf(labelsIn(text), (label) =>
    findWithdrawnVersion(db, datasetId, { label }),
  );
  if (labelled || by !== "asOf") return labelled;
  const instant = await instantOf(newest, text);
  return instant && findWithdrawnVersion(db, datasetId, { instant });
}

/** The label that a text is, and where it has a space the one that it may be, whose plus was not encoded. */
const labelsIn = (text: string) => [...new Set([text, asLabel(text)])];

async function firstOf<Found>(
  labels: readonly string[],
  find: (label: string) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const label of labels) {
    const found = await find(label);
    if (found) return found;
  }
  return undefined;
}

const nameOf = (by: Naming["by"], text: string): VersionName =>
  by === "v" ? { label: text, hash: text } : { label: text };

/** The instant that the text names; of a day its end, where the dataset is. What will be the newest later nobody knows. */
async function instantOf(newest: ServedDataset, text: string): Promise<Date | undefined> {
  const { timeZone } = await servedMeta(newest);
  const instant =
    parseAskedInstant(text, timeZone) ?? endOf(parseDayOrInstant(text, timeZone), timeZone);
  // The day that it is has not ended.
  return instant === undefined || instant > Date.now() + MS_PER_DAY ? undefined : new Date(instant);
}

function endOf(day: Day | undefined, timeZone: string): number | undefined {
  if (day === undefined) return undefined;
  const [next] = instantsAt(addDays(day, 1) * MS_PER_DAY, timeZone);
  return next === undefined ? undefined : next - 1;
}

/** Of more the list tells. */
const MAX_TOLD = 20;

/** The versions that there are, in words, and when the first was published here. */
async function versionsTold(newest: ServedDataset) {
  const { db, datasetId } = newest;
  const { number } = await servedVersion(newest);
  const all = await findHistory(db, datasetId, number);
  const labels = all.slice(0, MAX_TOLD).map(({ label }) => label);
  const more = all.length > MAX_TOLD ? ", …" : "";
  return { labels: `${labels.join(", ")}${more}`, first: all.at(-1)?.publishedAt };
}

/** Why `asOf` names no version. */
export async function asOfProblem(newest: ServedDataset, text: string): Promise<Result<never>> {
  const { first, labels } = await versionsTold(newest);
  const allowed = `the label of a version (${labels}), or an instant from ${first} on, when the first was published here, with its offset (Z or +01:00), or a day, up to today`;
  return failed({ name: "asOf", got: quote(text), allowed });
}

/** That there is no version of the name, and which there are. */
export async function noSuchVersion(newest: ServedDataset, name: string): Promise<string> {
  const { labels } = await versionsTold(newest);
  return `there is no version ${quote(name)} here; there are ${labels}`;
}
