// `/api/changes?since=`: what has changed since a sequence number, so that a copy can be kept equal to the API.
import { Hono } from "hono";
import {
  type ChangedFeature,
  type ChangesQuestion,
  findChangedFeatures,
} from "#db/queries/changes/changed-features.ts";
import { findPublishes, firstTold, type NumberedPublish } from "#db/queries/changes/publishes.ts";
import { findWithdrawals } from "#db/queries/withdrawals.ts";
import type { Link } from "#formats/link.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { OF_VERSIONS, type Withdrawal, withdrawnFrom } from "#model/dataset/withdrawal.ts";
import { failed, quote, type Result } from "#model/problem.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { gone } from "../http/gone.ts";
import { linkHeader, withParameters } from "../http/links.ts";
import { badRequest } from "../http/problems.ts";
import { DEFAULT_LIMIT, readQuery } from "../http/query.ts";
import { heldTo } from "../served/held-to.ts";
import {
  type ServedDataset,
  type ServedMeta,
  servedMeta,
  stateOf,
} from "../served/served-dataset.ts";
import { type ChangesCursor, parseChangesCursor, printChangesCursor } from "./changes-cursor.ts";

const JSON_TYPE = FORMATS.json.mediaType;

export function changesRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", async (context) => {
    const format = negotiate(context, ["json"]);
    if (format instanceof Response) return format;
    const query = readQuery(context, ["since", "limit", "collections", "cursor", "f"]);
    if (!query.ok) return badRequest(context, query.problems);
    const { collections: named, cursor: asked, limit = DEFAULT_LIMIT, since = 0 } = query.value;
    const meta = await servedMeta(served);
    const collections = collectionsNamed(meta, named);
    if (!collections.ok) return badRequest(context, collections.problems);
    const cursor = asked === undefined ? undefined : parseChangesCursor(asked);
    if (cursor && !cursor.ok) return badRequest(context, cursor.problems);

    const { datasetId, db } = served;
    const publishes = await findPublishes(db, datasetId, meta.version.number);
    const known = knownTo(publishes, { since, cursor: cursor?.value });
    const { url } = context.req;
    const fresh = withParameters(url, { since: "0", cursor: undefined });
    const start: Link = { rel: "start", type: JSON_TYPE, title: "Everything, anew", href: fresh };
    if (known === "to-come") return badRequest(context, [toCome(publishes, since)]);
    if (known === "gone") return gone(context, GONE, [start]);
    const question = JSON.stringify(["changes", url, stateOf(meta.version)]);
    if (isUnchanged(context, entityTag(meta.version, question), meta.version))
      return context.body(null, 304);

    const { answer, isOfVersion } = await heldTo(served, meta.version, {
      ask: ({ asOf }) =>
        findChangedFeatures(db, {
          ...{ ...known, asOf, datasetId, limit, number: meta.version.number },
          collections: collections.value,
          after: cursor && placeOf(cursor.value, publishes, collections.value),
        }),
    });
    context.set("isOfVersion", isOfVersion);
    const withdrawals = await findWithdrawals(db, datasetId);
    const told = tell(answer, {
      ...{ collections: collections.value, known, publishes },
      reasons: reasonsOf(withdrawals, collections.value),
    });
    const links: Link[] = [
      { rel: "self", type: JSON_TYPE, title: "This document", href: url },
      ...(told.next
        ? [
            {
              ...{ rel: "next", type: JSON_TYPE, title: "Next page" },
              href: withParameters(url, { cursor: printChangesCursor(told.next) }),
            },
          ]
        : []),
      start,
    ];
    context.header("Link", linkHeader(links));
    const head = {
      ...{ since, through: told.through, numberReturned: told.items.length },
      withdrawnVersions: told.next ? [] : versionsWithdrawn(withdrawals, publishes, known),
    };
    return context.body(
      `${JSON.stringify(head).slice(0, -1)},"items":[${told.items.join(",\n")}],"links":${JSON.stringify(links)}}\n`,
      200,
      { "Content-Type": JSON_TYPE },
    );
  });
}

const GONE =
  "No version with which the newest can be compared has this number. Numbers to ask with are the through of an earlier answer. This one may be of another database, of this one before it was built anew or restored, or of a version before every record was rewritten or something was taken out of all versions. Begin anew with since=0, and drop what is not there.";

const toCome = (publishes: readonly NumberedPublish[], since: number) => ({
  name: "since",
  got: String(since),
  allowed: `0 for everything, or a number up to ${publishes.at(-1)?.sequence ?? 0}, which is the last`,
});

/** The collections of the ids, or all, in the order of the API. */
function collectionsNamed(
  meta: ServedMeta,
  named: string | undefined,
): Result<readonly Collection[]> {
  const all = Object.values(collectionsOf(meta));
  if (named === undefined) return { ok: true, value: all };
  const ids = named.split(",");
  const wrong = ids.find((id) => !all.some((collection) => collection.id === id));
  if (wrong !== undefined) {
    const allowed = all.map(({ id }) => id).join(", ");
    return failed({ name: "collections", got: quote(wrong), allowed });
  }
  return { ok: true, value: all.filter(({ id }) => ids.includes(id)) };
}

type Known = Pick<ChangesQuestion, "base" | "since" | "start">;

/** From where on the reader asks, in numbers of versions, as far as it is known what changed since. */
function knownTo(
  publishes: readonly NumberedPublish[],
  { cursor, since }: { readonly cursor: ChangesCursor | undefined; readonly since: number },
): Known | "gone" | "to-come" {
  const newest = publishes.at(-1);
  const base = firstTold(publishes);
  // About the milliseconds since 1970: what is past may have been published elsewhere, or here before a backup came back.
  if (!newest || since > Math.max(newest.sequence, Date.now())) return "to-come";
  const had = since === 0 ? undefined : numberOf(publishes, since);
  const start = cursor ? numberOf(publishes, cursor.start) : newest.number;
  const isKnown = (number: number | undefined) => number !== undefined && number >= base;
  if (!isKnown(start) || (since !== 0 && !isKnown(had))) return "gone";
  if (cursor && !isKnown(numberOf(publishes, cursor.sequence))) return "gone";
  return { base, since: had, start: start ?? base };
}

/** The number of the publish; undefined where none has the sequence number. */
const numberOf = (publishes: readonly NumberedPublish[], sequence: number) =>
  publishes.findLast((one) => one.sequence === sequence)?.number;

const placeOf = (
  { id, role, sequence }: ChangesCursor,
  publishes: readonly NumberedPublish[],
  collections: readonly Collection[],
) => ({
  number: numberOf(publishes, sequence) ?? 0,
  collection: collections.findIndex((one) => one.role === role),
  id,
});

/** How what is gone is told of that no version has any more; what is only removed earlier ones have still. */
const WITHDRAWN = ["withdrawn"] as const;

type Page = { readonly changed: readonly ChangedFeature[]; readonly isWhole: boolean };

type Surroundings = {
  readonly collections: readonly Collection[];
  readonly known: Known;
  readonly publishes: readonly NumberedPublish[];
  readonly reasons: ReadonlyMap<string, string>;
};

/** Whole versions that were withdrawn since: whoever holds a copy of them has them to drop. Told with the last page. */
const versionsWithdrawn = (
  all: readonly Withdrawal[],
  publishes: readonly NumberedPublish[],
  { since = Number.POSITIVE_INFINITY }: Known,
) =>
  all.flatMap(({ collection, id, number, reason, withdrawnAt }) => {
    const sequence = publishes.find((one) => one.number === number)?.sequence;
    return collection === OF_VERSIONS && number > since && sequence !== undefined
      ? [{ seq: sequence, label: id, withdrawnAt, reason }]
      : [];
  });

/** Why records went that were withdrawn, by role and id. */
function reasonsOf(
  all: readonly Withdrawal[],
  collections: readonly Collection[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { role } of collections)
    for (const { collection, id, reason } of all)
      if (collection === withdrawnFrom(role)) found.set(`${role} ${id}`, reason);
  return found;
}

/** The page as JSON, item by item: features are passed on as the text that the database wrote. */
function tell(
  { changed, isWhole }: Page,
  { collections, known, publishes, reasons }: Surroundings,
) {
  const of = new Map(publishes.map((one) => [one.number, one]));
  const sequenceOf = (number: number | undefined) => of.get(number ?? 0)?.sequence ?? 0;
  const items = changed.map(({ collection, feature, id, kinds, number }) => {
    // Undefined is not told.
    const reason = feature ? undefined : reasons.get(`${collections[collection]?.role} ${id}`);
    const head = {
      seq: sequenceOf(number),
      version: of.get(number)?.label,
      collection: collections[collection]?.id,
      id,
      change: reason === undefined ? kinds : WITHDRAWN,
      reason,
    };
    return `${JSON.stringify(head).slice(0, -1)},"feature":${feature ?? "null"}}`;
  });
  const last = isWhole ? undefined : changed.at(-1);
  if (!last) return { items, next: undefined, through: publishes.at(-1)?.sequence ?? 0 };
  // All that the publishes before the last change of the page did is told with it.
  const before = publishes.findLast(({ number }) => number < last.number)?.number ?? 0;
  const next: ChangesCursor = {
    start: sequenceOf(known.start),
    sequence: sequenceOf(last.number),
    role: collections[last.collection]?.role ?? "",
    id: last.id,
  };
  return {
    items,
    next,
    through: before < known.base ? 0 : sequenceOf(Math.max(before, known.since ?? 0)),
  };
}
