// OGC API – Tiles: vector tiles of each collection, and what describes them.

import { type Context, Hono } from "hono";
import type { Db } from "#db/database.ts";
import { findTileCells } from "#db/queries/tiles/tile-cells.ts";
import {
  canWriteTiles,
  findTileRows,
  findWrittenTile,
  type TileQuestion,
  type WrittenTile,
} from "#db/queries/tiles/tiles.ts";
import type { Link } from "#formats/link.ts";
import { type Collection, dimensionOf } from "#model/collection/collection.ts";
import { findCollection } from "#model/collection/collections.ts";
import { POINT_COUNT } from "#model/collection/tile-cells.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { textIn } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { apiAddress, withParameters } from "../http/links.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { answerDocument } from "../ogc/answer-document.ts";
import { noSuchCollection } from "../ogc/collections.ts";
import { questionText, readItemsQuestion, TILE_PARAMETERS } from "../ogc/items-question.ts";
import { titleOfPart } from "../ogc/title-of-part.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { servedExtent } from "../served/served-extents.ts";
import { encodeCells, encodeTile } from "./encode-tile.ts";
import {
  MAX_ZOOM,
  parseTile,
  TILE_MATRIX_SET,
  TILE_MATRIX_SET_URI,
  tileMatrixSetDocument,
  WEB_MERCATOR,
} from "./tile-matrix-set.ts";

/** A heavier tile of points is told as cells. */
const MAX_BYTES = 500_000;
/** Tiles are cached up to so many bytes. */

const JSON_TYPE = FORMATS.json.mediaType;
const TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

/** Under `/api/tileMatrixSets`. */
export function tileMatrixSetRoutes(served: ServedDataset) {
  return new Hono<AppEnv>()
    .get("/", (context) =>
      answerDocument(context, served, {
        title: { en: "Tile matrix sets", fr: "Systèmes de tuiles" },
        document: async ({ at }) => {
          const { id, title, uri, crs } = tileMatrixSetDocument();
          const link: Link = {
            rel: "self",
            type: JSON_TYPE,
            title,
            href: at(`/tileMatrixSets/${id}`),
          };
          return { tileMatrixSets: [{ id, title, uri, crs, links: [link] }] };
        },
      }),
    )
    .get("/:set", (context) => {
      if (context.req.param("set") !== TILE_MATRIX_SET) return noSuchSet(context);
      return answerDocument(context, served, {
        title: { en: TILE_MATRIX_SET, fr: TILE_MATRIX_SET },
        document: async () => tileMatrixSetDocument(),
      });
    });
}

const noSuchSet = (context: Context<AppEnv>) =>
  notFound(context, `there is no such tile matrix set; there is ${TILE_MATRIX_SET}`);

/** Under `/api/collections/:id/tiles`. */
export function tileRoutes(served: ServedDataset, cached: CachedAnswers) {
  /** Tables without a place have no tiles. */
  const withTiles =
    (answer: (context: Context<AppEnv>, collection: Collection) => Response | Promise<Response>) =>
    async (context: Context<AppEnv>) => {
      const meta = await servedMeta(served);
      const collection = findCollection(meta, context.req.param("id") ?? "");
      if (!collection) return noSuchCollection(context, served, meta);
      if (!collection.geometry)
        return notFound(context, `${collection.id} has no positions, and so no tiles`);
      const set = context.req.param("set");
      return set !== undefined && set !== TILE_MATRIX_SET
        ? noSuchSet(context)
        : answer(context, collection);
    };
  return new Hono<AppEnv>()
    .get(
      "/",
      withTiles((context, collection) =>
        answerDocument(context, served, {
          title: titleOfPart(collection, { en: "tiles", fr: "tuiles" }),
          document: async ({ at, language }) => ({
            links: [],
            tilesets: [listedTileset(collection, textIn(collection.title, language), at)],
          }),
        }),
      ),
    )
    .get(
      `/:set`,
      withTiles((context, collection) => {
        // TileJSON is JSON too: only `f` tells it from the metadata of the standard.
        const format = negotiate(context, ["json", "html", "tilejson"]);
        if (format instanceof Response) return format;
        if (format === "tilejson") return answerTileJson(context, served, collection);
        return answerDocument(context, served, {
          title: titleOfPart(collection, { en: "tiles", fr: "tuiles" }),
          document: async ({ at, language, meta }) => ({
            ...tilesetDocument(collection, textIn(collection.title, language), at),
            attribution: textIn(meta.attribution, language),
          }),
        });
      }),
    )
    .get(
      "/:set/:z/:y/:x",
      withTiles((context, collection) => answerTile(context, served, collection, cached)),
    );
}

function tilesetDocument(collection: Collection, title: string, at: (path: string) => string) {
  const href = at(`/collections/${collection.id}/tiles/${TILE_MATRIX_SET}`);
  const links: Link[] = [
    {
      rel: "item",
      type: FORMATS.mvt.mediaType,
      title: "A tile",
      href: `${href}/{tileMatrix}/{tileRow}/{tileCol}`,
      templated: true,
    },
    { rel: "describedby", type: JSON_TYPE, title: "TileJSON", href: `${href}?f=tilejson` },
    {
      rel: TILING_SCHEME,
      type: JSON_TYPE,
      title: TILE_MATRIX_SET,
      href: at(`/tileMatrixSets/${TILE_MATRIX_SET}`),
    },
  ];
  return {
    title,
    dataType: "vector",
    crs: WEB_MERCATOR,
    tileMatrixSetURI: TILE_MATRIX_SET_URI,
    layers: [
      {
        id: collection.id,
        dataType: "vector",
        geometryDimension: dimensionOf(collection),
      },
    ],
    links,
  };
}

/** The tileset as the list has it, with a link to its own document. */
function listedTileset(collection: Collection, title: string, at: (path: string) => string) {
  const { links, ...document } = tilesetDocument(collection, title, at);
  const href = at(`/collections/${collection.id}/tiles/${TILE_MATRIX_SET}`);
  return { ...document, links: [{ rel: "self", type: JSON_TYPE, title, href }, ...links] };
}

async function answerTileJson(
  context: Context<AppEnv>,
  served: ServedDataset,
  collection: Collection,
): Promise<Response> {
  const meta = await servedMeta(served);
  const { url } = context.req;
  if (isUnchanged(context, entityTag(meta.version, `tilejson ${url}`), meta.version))
    return context.body(null, 304);
  const { bbox } = await servedExtent(served, collection);
  const tiles = apiAddress(context.get("root"))(
    `/collections/${collection.id}/tiles/${TILE_MATRIX_SET}`,
  );
  const { search } = new URL(withParameters(url, { f: undefined }));
  return context.json({
    tilejson: "3.0.0",
    name: `${textIn(meta.title, "en")}: ${textIn(collection.title, "en")}`,
    description: textIn(collection.description, "en"),
    attribution: textIn(meta.attribution, "en"),
    version: meta.version.label,
    tiles: [`${tiles}/{z}/{y}/{x}${search}`],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    ...(bbox ? { bounds: boundsOf(bbox) } : {}),
    vector_layers: [
      {
        id: collection.id,
        fields: Object.fromEntries(
          [...collection.properties, ...cellFields(collection)].map(({ means, name }) => [
            name,
            means,
          ]),
        ),
      },
    ],
  });
}

/** TileJSON knows no box across the antimeridian: it goes round the world. */
function boundsOf({ west, south, east, north }: Bbox) {
  return west > east ? [-180, south, 180, north] : [west, south, east, north];
}

/** What a point of a thinned tile has instead of the properties. */
const cellFields = ({ arePoints }: Collection) => (arePoints ? [POINT_COUNT] : []);

async function answerTile(
  context: Context<AppEnv>,
  served: ServedDataset,
  collection: Collection,
  cached: CachedAnswers,
): Promise<Response> {
  const { db, datasetId } = served;
  const { z = "", y = "", x = "" } = context.req.param() as Record<string, string>;
  const format = negotiate(context, ["mvt"]);
  if (format instanceof Response) return format;
  const tile = parseTile(z, y, x.replace(/\.(mvt|pbf)$/, ""));
  if (!tile) return notFound(context, `tiles are zoom 0…${MAX_ZOOM}, row and column 0…2^zoom − 1`);
  const read = readItemsQuestion(context, collection, TILE_PARAMETERS);
  if (!read.ok) return badRequest(context, read.problems);
  const meta = await servedMeta(served);
  const tag = entityTag(meta.version, JSON.stringify(["tile", tile, questionText(read.value)]));
  if (isUnchanged(context, tag, meta.version)) return context.body(null, 304);
  context.set("isOfVersion", cached.has(tag));
  const make = async () => {
    const { answer, isOfVersion } = await heldTo(served, meta.version, {
      ask: (held) => makeTile(db, { ...read.value, datasetId, ...held, ...tile }),
      isSure: (tile) => tile.isOfVersion,
    });
    context.set("isOfVersion", isOfVersion);
    return answer.bytes;
  };
  const bytes = await cached.answer(tag, make, async () => context.get("isOfVersion") === true);
  if (bytes.length === 0) return context.body(null, 204);
  return context.body(new Uint8Array(bytes), 200, { "Content-Type": FORMATS.mvt.mediaType });
}

/** A tile with all its features or, where those are too many or too heavy, with how many there are in each cell. */
async function makeTile(db: Db, question: TileQuestion): Promise<WrittenTile> {
  const { collection } = question;
  const whole = await makeWholeTile(db, question);
  if (whole && (whole.bytes.length <= MAX_BYTES || !collection.arePoints)) return whole;
  const cells = await findTileCells(db, question);
  return { bytes: encodeCells(collection.id, cells), isOfVersion: cells.length > 0 };
}

async function makeWholeTile(db: Db, question: TileQuestion): Promise<WrittenTile | undefined> {
  const isPoints = question.collection.arePoints;
  if (isPoints && (await canWriteTiles(db))) return findWrittenTile(db, question);
  const rows = await findTileRows(db, question);
  if (!rows) return undefined;
  const bytes = encodeTile(question.collection.id, rows, question);
  return { bytes, isOfVersion: rows.length > 0 };
}
