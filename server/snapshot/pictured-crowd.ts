// The events of a dataset that has too many for its document, as a picture needs them: those that may be open on its days.
import { LRUCache } from "lru-cache";
import type { FeatureQuestion } from "#db/queries/features/feature-question.ts";
import { findEventCategories } from "#db/queries/tiles/event-columns.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { encodeHead } from "#model/collection/event-columns.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { parseFilter } from "#model/question/cql2/parse.ts";
import { speaksOf } from "#model/question/filter.ts";
import { remembered } from "#model/remember.ts";
import { CRS84 } from "#model/space/crs.ts";
import type { Day } from "#model/time/day.ts";
import { apiQuestion } from "#web/view/address/api-address.ts";
import { askedBy } from "#web/view/address/asked-by-url.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import type { CrowdColumns } from "#web/view/crowd/read-crowd.ts";
import { windowOfPicture } from "#web/view/figure-of-address.ts";
import { Turns } from "../http/limits/turns.ts";
import { queryablesOf, termsOf } from "../ogc/items-question.ts";
import { eventColumns, namedCategories } from "../served/event-columns.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, stateOf } from "../served/served-dataset.ts";
import { PicturesBusy } from "./picture-task.ts";

/** Over all its days together; a picture of more says that it does not draw them. */
const MAX_READ = 1_000_000;

/** Read one after the other, as many as a million rows: of more that wait none is read. */
const turns = new Turns(16, 20_000);

/**
 * `days`: those of a film instead of the picture's own. Undefined: the document has all events; null: they are too many.
 * Throws `PicturesBusy` where too many others are waiting.
 */
export async function crowdOfPicture(
  served: ServedDataset,
  dataset: Dataset,
  picture: PictureQuestion,
  days?: readonly Day[],
): Promise<CrowdColumns | null | undefined> {
  if (dataset.eventsAs === "records") return undefined;
  if (dataset.eventsAs === "tiles") return null;
  const read = await turns.take(() => readColumns(served, dataset, picture, days));
  if (read === undefined) throw new PicturesBusy("queue-full");
  return read;
}

async function readColumns(
  served: ServedDataset,
  dataset: Dataset,
  picture: PictureQuestion,
  days: readonly Day[] | undefined,
): Promise<CrowdColumns | null> {
  const { filter } = askedBy(picture.state);
  const collection = collectionsOf(dataset.meta).events;
  const all: FeatureQuestion = {
    datasetId: served.datasetId,
    collection,
    window: windowOfPicture(dataset, picture, days),
    certainty: "possible",
  };
  const { version } = dataset.meta;
  const read = async (question: FeatureQuestion) => {
    const { answer } = await heldTo(served, version, {
      ask: ({ asOf }) =>
        eventColumns(served.db, { ...question, asOf }, version.contentHash, MAX_READ),
    });
    return answer;
  };
  const [every, categories] = await Promise.all([read(all), categoriesOf(served, dataset)]);
  if (!every) return null;
  if (!speaksOf(filter, "events")) return { categories, all: every, found: undefined };
  const { leftOut, search } = apiQuestion("events", {
    filter,
    window: all.window ?? { from: null, until: null },
    certainty: "possible",
  });
  const asked = new URLSearchParams(search);
  const [condition, words] = [asked.get("filter"), asked.get("q")];
  const parsed = condition
    ? parseFilter(condition, "cql2-text", {
        types: queryablesOf(collection),
        timeZone: dataset.meta.timeZone,
      })
    : undefined;
  if (parsed && !parsed.ok) throw new Error("a filter that was printed is read again");
  // What no event of columns is known by leaves none of them.
  if (leftOut.length > 0)
    return { categories, all: every, found: emptyColumns(version.contentHash) };
  const found = await read({
    ...all,
    terms: words === null ? undefined : termsOf(words),
    filter: parsed && { condition: parsed.value, crs: CRS84 },
  });
  return { categories, all: every, found };
}

/** By dataset and state. */
const known = new LRUCache<string, Promise<readonly string[]>>({ max: 16 });

/** Of all events of a version, counted once. */
const categoriesOf = (served: ServedDataset, { meta }: Dataset) =>
  remembered(known, `${meta.id} ${stateOf(meta.version)}`, async () => {
    const { answer } = await heldTo(served, meta.version, {
      ask: async ({ asOf }) => {
        const collection = collectionsOf(meta).events;
        const { datasetId } = served;
        const question = { datasetId, collection, asOf, certainty: "possible" } as const;
        return namedCategories(await findEventCategories(served.db, question));
      },
    });
    return answer;
  });

const emptyColumns = (version: string) =>
  encodeHead({ version, matched: 0, placed: 0, categories: [] });
