// Everything that the service tells a reader who asks for all there is, in every way in which it can be asked: for tests
// that compare two data sets which must look the same.

import { unzipSync } from "fflate";
import type { Collection } from "#model/collection/collection.ts";
import { scalarProperties } from "#model/collection/collections.ts";
import { CRS_LIST } from "#model/space/crs.ts";
import { ITEM_FORMATS, itemFormatsOf } from "#server/ogc/item-formats.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

/** What is asked of, as `app.request` of the service. */
export type Asked = {
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
};

export type Answer = { readonly head: string; readonly body: Uint8Array };

/** Answers by address; members of an archive have its address before their name. */
export type Answers = ReadonlyMap<string, Answer>;

/** Headers that are of the answering and not of what is answered. */
const PASSING = new Set(["date", "x-request-id", "server-timing"]);

const REQUEST_ID = /urn:request:[\w-]+/;

export async function ask(app: Asked, address: string, init?: RequestInit): Promise<Answer> {
  const response = await app.request(address, init);
  const headers = [...response.headers]
    .filter(([name]) => !PASSING.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  const body = new Uint8Array(await response.arrayBuffer());
  const isProblem = /problem\+json/.test(response.headers.get("Content-Type") ?? "");
  const told = isProblem ? Buffer.from(Buffer.from(body).toString().replace(REQUEST_ID, "")) : body;
  return { head: [response.status, ...headers.sort()].join("\n"), body: told };
}

/** What is asked of a dataset that has a path of its own: of its addresses below that. */
export const below = (app: Asked, path: string): Asked => ({
  request: (address, init) => app.request(path + address, init),
});

/**
 * Asks for all of it. `ids`: of records by themselves, whether they are there or not; `page`: the address of the map as
 * others know it; `collections`: those of Calais unless said.
 */
export async function everythingAnswered(
  app: Asked,
  ids: readonly string[],
  boxes: readonly string[],
  page = "http://localhost/",
  collections: readonly Collection[] = Object.values(COLLECTIONS),
): Promise<Answers> {
  const answers = new Map<string, Answer>();
  const keep = (address: string, answer: Answer) => {
    // A text that nobody has written: a value of several languages, printed as if it were one.
    if (Buffer.from(answer.body).includes("[object Object]"))
      throw new Error(`${address} says [object Object]`);
    answers.set(address, answer);
  };
  for (const address of addresses(ids, boxes, page, collections)) {
    const answer = await ask(app, address);
    keep(address, answer);
    if (!/\.zip\b/.test(address) || !answer.head.startsWith("200")) continue;
    for (const [name, body] of Object.entries(unzipSync(answer.body)))
      keep(`${address} ${name}`, { head: "", body });
  }
  return answers;
}

function* addresses(
  ids: readonly string[],
  boxes: readonly string[],
  page: string,
  collections: readonly Collection[],
): Generator<string> {
  yield* ["/healthz", "/readyz", "/api", "/api/conformance", "/api/openapi", "/api/dataset"];
  yield* ["/api/collections", "/api/collections?f=html", "/api/download", "/", "/?lang=fr"];
  yield* ["/api/download/datapackage.json", "/api/download/package.zip"];
  yield* ["/api/collections/events/columns", "/api/analysis/timeline"];
  yield* ["/api/versions", "/api/versions/1/diff/1", "/feed.xml"];
  yield `/oembed?url=${encodeURIComponent(`${page}?date=2014-05-10`)}`;
  for (const search of ["", "&certainty=certain", "&conventions=false"]) {
    for (const step of ["change", "month"])
      for (const f of ["json", "csv"])
        yield `/api/analysis/separation?step=${step}&f=${f}${search}`;
    yield `/api/analysis/changes?from=2014-01-15&to=2014-10-15${search}`;
  }
  for (const search of PICTURES) yield `/snapshot.svg?${search}`;
  yield `/snapshot.zip?date=2014-05-10&width=800&height=600`;
  yield "/kit.zip?date=2014-05-10";
  for (const id of ids) {
    yield `/?sel=place:${id}`;
    yield `/snapshot.svg?date=2014-05-10&sel=place:${id}`;
    yield `/snapshot.svg?date=2014-05-10&sel=event:${id}`;
  }
  for (const collection of collections) yield* ofCollection(collection, ids, boxes);
}

const PICTURES = [
  "date=2014-05-10",
  "date=2014-05-10&distances=true&lang=fr&width=1600&height=1100",
  "time=2014-01-01/2014-12-31&mode=window",
  "date=2014-05-10&bbox=1.83,50.945,1.84,50.95",
];

function* ofCollection(
  collection: Collection,
  ids: readonly string[],
  boxes: readonly string[],
): Generator<string> {
  const at = `/api/collections/${collection.id}`;
  const download = `/api/download/${collection.id}`;
  for (const end of ["", "?f=html", "/schema", "/queryables", "/sortables", "/items?f=html"])
    yield `${at}${end}`;
  for (const format of itemFormatsOf(collection)) {
    if (format === "html") continue;
    const { extension } = ITEM_FORMATS[format];
    yield `${at}/items?f=${format}&limit=1000`;
    yield `${download}.${extension}`;
  }
  // Without a geometry all are alike.
  for (const { uri } of CRS_LIST.slice(0, collection.geometry ? undefined : 1)) {
    const crs = `crs=${encodeURIComponent(uri)}`;
    for (const f of ["geojson", "csv", "jsonfg"]) yield `${at}/items?f=${f}&${crs}`;
    for (const extension of ["fgb", "gpkg"]) yield `${download}.${extension}?${crs}`;
  }
  for (const { name } of scalarProperties(collection).filter(({ type }) => type === "number"))
    for (const sign of ["", "-"]) yield `${at}/items?sortby=${sign}${name}&limit=2`;
  for (const word of ["camp", "zinnia", "hidden", "coarse", "quibble"])
    yield `${at}/items?q=${word}`;
  for (const id of ids) yield `${at}/items/${id}`;
  for (const end of ["datetime=2014-05-10", "limit=1", "offset=3&limit=2"])
    yield `${at}/items?${end}`;
  if (!collection.geometry) return;
  for (const box of boxes) {
    yield `${at}/items?bbox=${box}`;
    const [west, south, east, north] = box.split(",");
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ].map((position) => position.join(" "));
    for (const relation of ["S_WITHIN", "S_DISJOINT"])
      yield `${at}/items?filter=${encodeURIComponent(`${relation}(geometry,POLYGON((${ring.join(",")})))`)}`;
  }
  for (const tile of TILES) yield `${at}/tiles/WebMercatorQuad/${tile}`;
  yield `${at}/tiles/WebMercatorQuad?f=tilejson`;
  for (const name of ["distance_m", "further_distance_m", "precision_m"])
    yield `${at}/items?filter=${encodeURIComponent(`${name} < 1500`)}`;
}

/** From the whole world to a street around the middle of the data (z/y/x). */
const TILES = ["0/0/0", "8/85/129", "10/342/517", "12/1370/2069", "13/2740/4138", "14/5481/8277"];
