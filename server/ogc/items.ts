// The items of a collection, and one item (OGC API – Features 7.15 and 7.16), in every format.
import type { Feature } from "geojson";
import type { Context } from "hono";
import { findBytePage, findFeature, findPage } from "#db/queries/features/features.ts";
import { aboutData } from "#formats/about-data.ts";
import { crsOfFormat, type WrittenFeature } from "#formats/feature-writer.ts";
import { crsMember, featureCollectionBytes } from "#formats/geojson.ts";
import { JSON_FG_CLASSES, toJsonFg } from "#formats/json-fg.ts";
import type { Link } from "#formats/link.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { CRS84 } from "#model/space/crs.ts";
import { firstLanguage, type Language } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { savedAs } from "../http/files/saved-file.ts";
import { inTurn } from "../http/files/whole-files.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { languageOf } from "../http/language.ts";
import { apiAddress, linkHeader, selfAndAlternates, withParameters } from "../http/links.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, type ServedMeta, servedMeta } from "../served/served-dataset.ts";
import { printCursor } from "./cursor.ts";
import { itemPage, itemsPage } from "./html/items-page.ts";
import {
  ITEM_FORMATS,
  type ItemFormat,
  itemFormatsOf,
  SINGLE_ITEM_FORMATS,
  WHOLE_IN_MEMORY,
  WRITERS,
} from "./item-formats.ts";
import { ITEMS_PARAMETERS, parametersFor, questionText } from "./items-question.ts";
import { knownCount, rememberCount } from "./known-counts.ts";
import { noItem } from "./no-item.ts";
import { readQuestionFor } from "./question-for-format.ts";
import { tellingFirst } from "./telling-features.ts";

/** The page of items that the request asks for; `extension` is that of the address, when it has one. */
export async function answerItems(
  context: Context<AppEnv>,
  served: ServedDataset,
  collection: Collection,
  extension?: string,
): Promise<Response> {
  const formats = itemFormatsOf(collection);
  const named =
    extension === undefined
      ? formats
      : formats.filter((name) => ITEM_FORMATS[name].extension === extension);
  if (named.length === 0) {
    const offered = formats.map((name) => `items.${ITEM_FORMATS[name].extension}`);
    return notFound(context, `there is no such format; there are ${offered.join(", ")}`);
  }
  const format = negotiate(context, named, extension !== undefined);
  if (format instanceof Response) return format;
  const order = await tellingFirst(served, collection);
  const read = readQuestionFor(format, false, context, collection, ITEMS_PARAMETERS, order);
  if (!read.ok) return badRequest(context, read.problems);
  const asked = read.value;
  const meta = await servedMeta(served);
  const language = languageOf(context, meta.languages, asked.lang);
  const root = context.get("root");
  const question = JSON.stringify([root.href, questionText(asked), format, language]);
  if (isUnchanged(context, entityTag(meta.version, question), meta.version))
    return context.body(null, 304);

  const page = { asked, format, language, meta };
  const answer = () => answerPage(context, served, collection, page);
  return WHOLE_IN_MEMORY.includes(format) ? inTurn(answer) : answer();
}

type AskedPage = {
  readonly asked: Extract<ReturnType<typeof readQuestionFor>, { ok: true }>["value"];
  readonly format: ItemFormat;
  readonly language: Language;
  readonly meta: ServedMeta;
};

async function answerPage(
  context: Context<AppEnv>,
  served: ServedDataset,
  collection: Collection,
  { asked, format, language, meta }: AskedPage,
): Promise<Response> {
  const { url } = context.req;
  const root = context.get("root");
  const { datasetId } = served;
  const { properties } = asked;
  const writer = format === "html" ? undefined : WRITERS[format];
  const crs = writer ? crsOfFormat(asked.crs, writer) : CRS84;
  const pageQuestion = {
    ...asked,
    datasetId,
    crs,
    geometryAs: writer?.geometryAs,
  };
  // GeoJSON features are passed on as the bytes that came; other formats are made of what is read in them.
  const find = format === "geojson" ? findBytePage : findPage;
  const { answer: page, isOfVersion } = await heldTo(served, meta.version, {
    ask: async (held) => {
      const numberMatched = knownCount(served, meta.version, asked);
      return find(served.db, { ...pageQuestion, ...held, numberMatched });
    },
    isSure: (found) => found.isOfVersion,
  });
  const { numberMatched, numberReturned } = page;
  if (isOfVersion) rememberCount(served, meta.version, asked, numberMatched);
  // A page for people has what other questions find, too.
  context.set("isOfVersion", isOfVersion && format !== "html");
  const links = itemsLinks(url, root, collection, format, page);
  setCollectionHeaders(context, links, asked.crs.uri, numberMatched, numberReturned);
  const about = aboutData(meta, collection, language, apiAddress(root));
  const head = { about, crs, links, numberMatched, numberReturned };
  if ("features" in page)
    return context.body(featureCollectionBytes(head, page.features), 200, {
      "Content-Type": ITEM_FORMATS[format].mediaType,
    });
  const shown = properties ?? collection.properties.map(({ name }) => name);
  if (!writer) {
    const features = page.rows.map(({ feature }) => JSON.parse(feature) as Feature);
    const ground = await findGround(served, meta);
    return context.html(
      itemsPage({ collection, language, meta, url, root, ground, features, numberMatched, links }),
    );
  }
  const set = {
    ...head,
    collection,
    vocabularies: meta.vocabularies,
    language: firstLanguage(meta),
    properties: shown,
    conventions: asked.conventions,
    withByteOrderMark: asked.withByteOrderMark,
    itemsUrl: apiAddress(root)(`/collections/${collection.id}/items`),
    pages: oneOf(page.rows),
  };
  const { extension, mediaType } = ITEM_FORMATS[format];
  // Who saves a page of a table has no link in it that says that there are more.
  if (numberReturned < numberMatched)
    context.header(
      "Content-Disposition",
      savedAs("inline", [collection.id, `${numberReturned}-of-${numberMatched}`], extension),
    );
  return context.body(await gather(writer.write(set)), 200, { "Content-Type": mediaType });
}

/** One item. */
export async function answerItem(
  context: Context<AppEnv>,
  served: ServedDataset,
  collection: Collection,
  id: string,
): Promise<Response> {
  const format = negotiate(context, SINGLE_ITEM_FORMATS);
  if (format instanceof Response) return format;
  const query = readQuery(context, parametersFor(collection, ["conventions", "crs", "f"]));
  if (!query.ok) return badRequest(context, query.problems);
  const { conventions, crs = CRS84 } = query.value;
  const meta = await servedMeta(served);
  const language = languageOf(context, meta.languages, query.value.lang);
  const { url } = context.req;
  const find = async () =>
    id.includes("\u0000")
      ? undefined
      : heldTo(served, meta.version, {
          ask: ({ asOf }) =>
            findFeature(served.db, {
              asOf,
              datasetId: served.datasetId,
              collection,
              conventions,
              id,
              crs: format === "html" ? CRS84 : crs,
            }),
        });
  const { answer: row, isOfVersion = false } = (await find()) ?? {};
  if (!row) return noItem(context, served, meta, { collection, id, isPage: format === "html" });
  const root = context.get("root");
  const question = JSON.stringify([
    root.href,
    collection.id,
    id,
    conventions,
    crs.uri,
    format,
    language,
  ]);
  if (isUnchanged(context, entityTag(meta.version, question), meta.version))
    return context.body(null, 304);
  context.set("isOfVersion", isOfVersion && format !== "html");
  context.header("Content-Crs", `<${crs.uri}>`);
  const feature: Feature = JSON.parse(row.feature);
  if (format === "html")
    return context.html(
      itemPage({
        collection,
        language,
        meta,
        url,
        root,
        ground: await findGround(served, meta),
        feature,
      }),
    );
  const offered = { geojson: FORMATS.geojson, html: FORMATS.html, jsonfg: FORMATS.jsonfg };
  const links: Link[] = [
    ...selfAndAlternates(url, offered, format),
    collectionLink(root, collection.id),
  ];
  const written =
    format === "jsonfg"
      ? {
          conformsTo: JSON_FG_CLASSES,
          coordRefSys: crs.uri,
          ...toJsonFg(feature, { collection, crs }),
        }
      : { ...feature, ...crsMember(crs) };
  return context.body(`${JSON.stringify({ ...written, links })}\n`, 200, {
    "Content-Type": offered[format].mediaType,
  });
}

const collectionLink = (root: URL, id: string): Link => ({
  rel: "collection",
  type: FORMATS.json.mediaType,
  title: "The collection",
  href: apiAddress(root)(`/collections/${id}`),
});

type Neighbours = Pick<Awaited<ReturnType<typeof findPage>>, "prev" | "next">;

function itemsLinks(
  url: string,
  root: URL,
  collection: Collection,
  format: ItemFormat,
  page: Neighbours,
): Link[] {
  const formats = itemFormatsOf(collection);
  const offered = Object.fromEntries(formats.map((name) => [name, ITEM_FORMATS[name]]));
  const step = (rel: "prev" | "next"): Link[] => {
    const position = page[rel];
    if (!position) return [];
    const href = withParameters(url, { cursor: printCursor(rel, position), offset: undefined });
    const title = rel === "next" ? "Next page" : "Previous page";
    return [{ rel, type: ITEM_FORMATS[format].mediaType, title, href }];
  };
  // An address that ends in one format cannot be asked for another.
  const plain = new URL(apiAddress(root)(`/collections/${collection.id}/items`));
  plain.search = new URL(url).search;
  const own = selfAndAlternates(plain.href, offered, format).map((link) =>
    link.rel === "self" ? { ...link, href: url } : link,
  );
  return [...own, ...step("prev"), ...step("next"), collectionLink(root, collection.id)];
}

/** What clients of formats without room for it read from the head (QGIS reads OGC-NumberMatched and Link). */
function setCollectionHeaders(
  context: Context<AppEnv>,
  links: readonly Link[],
  crs: string,
  matched: number,
  returned: number,
): void {
  const named = links.filter(({ rel }) => ["self", "prev", "next", "collection"].includes(rel));
  // Part 3 has clients find by HEAD what they may ask about.
  const queryables = links
    .filter(({ rel }) => rel === "collection")
    .map(({ href }) => ({
      rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
      type: FORMATS.schema.mediaType,
      title: "Queryables",
      href: `${href}/queryables`,
    }));
  context.header("Link", linkHeader([...named, ...queryables]));
  context.header("Content-Crs", `<${crs}>`);
  context.header("OGC-NumberMatched", String(matched));
  context.header("OGC-NumberReturned", String(returned));
}

/** Land, water and town, to lay under a small map. */
async function findGround(served: ServedDataset, meta: ServedMeta): Promise<Feature[]> {
  const {
    answer: { rows },
  } = await heldTo(served, meta.version, {
    ask: (held) =>
      findPage(served.db, {
        ...held,
        datasetId: served.datasetId,
        collection: collectionsOf(meta).basemap,
        certainty: "possible",
        limit: 200,
      }),
    isSure: (found) => found.isOfVersion,
  });
  const order = ["land", "town", "water"];
  return rows
    .map(({ feature }) => JSON.parse(feature) as Feature)
    .filter(({ properties }) => order.includes(properties?.class))
    .sort((a, b) => order.indexOf(a.properties?.class) - order.indexOf(b.properties?.class));
}

async function* oneOf(rows: readonly WrittenFeature[]) {
  yield rows;
}

/** The parts of a body of which all are texts or all are bytes. */
async function gather(
  parts: AsyncIterable<string | Uint8Array>,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const gathered: (string | Uint8Array)[] = [];
  for await (const part of parts) gathered.push(part);
  if (gathered.every((part) => typeof part === "string")) return gathered.join("");
  return new Uint8Array(Buffer.concat(gathered.map((part) => Buffer.from(part as Uint8Array))));
}
