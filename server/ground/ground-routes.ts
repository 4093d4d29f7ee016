// `/api/ground`: the tiles of the ground that lies under a dataset, and the TileJSON that describes them. Where there is
// none, there is nothing at these addresses.
import { type Context, Hono, type Next } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { CACHE_POLICIES, isKnown, tagOf } from "../http/caches/caching.ts";
import { FORMATS } from "../http/formats.ts";
import { apiAddress } from "../http/links.ts";
import { notFound } from "../http/problems.ts";
import type { StoredGround } from "../served/grounds.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { parseTile } from "../tiles/tile-matrix-set.ts";
import { archiveIn, readTile, toldLayers } from "./archive.ts";

/** Under `/api/ground`. */
export function groundRoutes(served: ServedDataset, cached: CachedAnswers) {
  const onGround =
    (answer: (context: Context<AppEnv>, ground: StoredGround) => Response | Promise<Response>) =>
    async (context: Context<AppEnv>, next: Next) => {
      const ground = await served.grounds?.of(served.datasetId);
      return ground ? answer(context, ground) : next();
    };
  return new Hono<AppEnv>().get("/", onGround(answerTileJson)).get(
    "/:hash/:z/:x/:y",
    onGround((context, ground) => answerTile(context, ground, cached)),
  );
}

async function answerTileJson(context: Context<AppEnv>, ground: StoredGround): Promise<Response> {
  const { bounds, credit, date, hash, licence, maxZoom, minZoom } = ground;
  const at = apiAddress(context.get("root"))("/ground");
  const tag = tagOf(hash, `ground ${at} ${JSON.stringify(ground)}`);
  if (isKnown(context, tag)) return context.body(null, 304);
  return context.json({
    tilejson: "3.0.0",
    version: "1.0.0",
    attribution: `${credit} (${licence}), ${date}`,
    tiles: [`${at}/${hash}/{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
    vector_layers: await toldLayers(archiveIn(ground.file)),
  });
}

/** A tile has the hash of its ground in its address: it is never another. */
async function answerTile(
  context: Context<AppEnv>,
  ground: StoredGround,
  cached: CachedAnswers,
): Promise<Response> {
  const { hash, x = "", y = "", z = "" } = context.req.param() as Record<string, string>;
  if (hash !== ground.hash)
    return notFound(
      context,
      "the ground of this hash was replaced; /api/ground tells of the one that lies there",
    );
  const tile = parseTile(z, y, x);
  if (!tile || tile.z < ground.minZoom || tile.z > ground.maxZoom)
    return notFound(
      context,
      `tiles of the ground are zoom ${ground.minZoom}…${ground.maxZoom}, column and row 0…2^zoom − 1`,
    );
  const tag = tagOf(hash, `tile ${z}/${x}/${y}`);
  if (isKnown(context, tag, CACHE_POLICIES.immutable)) return context.body(null, 304);
  const bytes = await cached.answer(tag, () => readTile(archiveIn(ground.file), tile));
  if (bytes.length === 0) return context.body(null, 204);
  return context.body(new Uint8Array(bytes), 200, { "Content-Type": FORMATS.mvt.mediaType });
}
