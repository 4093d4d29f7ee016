import { Hono } from "hono";
import { findFeature, findFeatures } from "#db/queries/features.ts";
import { findMeta } from "#db/queries/meta.ts";
import { COLLECTION_IDS, COLLECTIONS, type Collection, findCollection } from "#model/collection.ts";
import type { DatasetMeta } from "#model/dataset.ts";
import { printDay } from "#model/day.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { DEFAULT_LIMIT, readQuery } from "../http/query.ts";
import { type ServedDataset, servedVersion } from "./served-dataset.ts";

const GEOJSON = "application/geo+json";
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** OGC API – Features: the collections and their items. */
export function collectionRoutes(served: ServedDataset) {
  const { db, datasetId } = served;
  const noSuchCollection = `there is no such collection; there are ${COLLECTION_IDS.join(", ")}`;

  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const query = readQuery(context, ["f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const meta = await findMeta(db, datasetId);
      const root = new URL("/api/collections", context.req.url).href;
      return context.json({
        links: [{ rel: "self", type: "application/json", href: root }],
        collections: Object.values(COLLECTIONS).map((collection) =>
          describe(collection, meta, root),
        ),
      });
    })
    .get("/:id", async (context) => {
      const query = readQuery(context, ["f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const collection = findCollection(context.req.param("id"));
      if (!collection) return notFound(context, noSuchCollection);
      const root = new URL("/api/collections", context.req.url).href;
      return context.json(describe(collection, await findMeta(db, datasetId), root));
    })
    .get("/:id/items", async (context) => {
      const collection = findCollection(context.req.param("id"));
      if (!collection) return notFound(context, noSuchCollection);
      const query = readQuery(context, ["bbox", "datetime", "certainty", "limit", "f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const { bbox, datetime: window, certainty = "possible", limit = DEFAULT_LIMIT } = query.value;
      const version = await servedVersion(served);
      const question = JSON.stringify([collection.id, bbox, window, certainty, limit]);
      if (isUnchanged(context, entityTag(version.contentHash, question)))
        return context.body(null, 304);
      const page = await findFeatures(db, {
        datasetId,
        collection,
        bbox,
        window,
        certainty,
        limit,
      });
      const head = {
        numberMatched: page.numberMatched,
        numberReturned: page.features.length,
        links: [
          { rel: "self", type: GEOJSON, href: context.req.url },
          {
            rel: "collection",
            type: "application/json",
            href: new URL(`/api/collections/${collection.id}`, context.req.url).href,
          },
        ],
      };
      const body = `{"type":"FeatureCollection",${JSON.stringify(head).slice(1, -1)},"features":[${page.features.join(",\n")}]}\n`;
      return context.body(body, 200, { "Content-Type": GEOJSON });
    })
    .get("/:id/items/:feature", async (context) => {
      const collection = findCollection(context.req.param("id"));
      if (!collection) return notFound(context, noSuchCollection);
      const query = readQuery(context, ["f"]);
      if (!query.ok) return badRequest(context, query.problems);
      const id = context.req.param("feature");
      const version = await servedVersion(served);
      const feature = await findFeature(db, { datasetId, collection, id });
      if (feature === undefined)
        return notFound(context, `${collection.id} has no item with this id`);
      if (isUnchanged(context, entityTag(version.contentHash, `${collection.id}/${id}`)))
        return context.body(null, 304);
      const links = [
        { rel: "self", type: GEOJSON, href: context.req.url },
        {
          rel: "collection",
          type: "application/json",
          href: new URL(`/api/collections/${collection.id}`, context.req.url).href,
        },
      ];
      const body = `${feature.trimEnd().slice(0, -1)},"links":${JSON.stringify(links)}}\n`;
      return context.body(body, 200, { "Content-Type": GEOJSON });
    });
}

function describe(collection: Collection, meta: DatasetMeta | undefined, root: string) {
  const href = `${root}/${collection.id}`;
  const { west, south, east, north } = meta?.extent ?? {
    west: -180,
    south: -90,
    east: 180,
    north: 90,
  };
  return {
    id: collection.id,
    title: collection.title.en,
    description: collection.description.en,
    itemType: "feature",
    crs: [CRS84],
    ...(meta
      ? {
          attribution: meta.attribution.en,
          extent: {
            ...(collection.geometry
              ? { spatial: { bbox: [[west, south, east, north]], crs: CRS84 } }
              : {}),
            ...(collection.temporal
              ? { temporal: { interval: [[printDay(meta.firstDay), printDay(meta.lastDay)]] } }
              : {}),
          },
        }
      : {}),
    links: [
      { rel: "self", type: "application/json", href },
      { rel: "items", type: GEOJSON, href: `${href}/items` },
    ],
  };
}
