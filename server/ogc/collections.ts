// The collections, and everything that hangs on one of them.

import { type Context, Hono } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf, findCollection } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { CRS_LIST } from "#model/space/crs.ts";
import { type Language, textIn } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { FORMATS } from "../http/formats.ts";
import { selfAndAlternates } from "../http/links.ts";
import { notFound } from "../http/problems.ts";
import { offeredCollections } from "../served/served-collections.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { servedExtent } from "../served/served-extents.ts";
import { type Answered, answerDocument } from "./answer-document.ts";
import { collectionDocument, geojsonSchema, itemSchema } from "./collection-document.ts";
import { allFileLinks, fileLinks } from "./file-links.ts";
import { clientLines } from "./html/client-lines.ts";
import { anchor } from "./html/page.ts";
import { pageTexts } from "./html/texts.ts";
import { answerItem, answerItems } from "./items.ts";
import { titleOfPart } from "./title-of-part.ts";

export function collectionRoutes(served: ServedDataset) {
  const withCollection =
    (answer: (context: Context<AppEnv>, collection: Collection) => Response | Promise<Response>) =>
    async (context: Context<AppEnv>) => {
      const meta = await servedMeta(served);
      const collection = findCollection(meta, context.req.param("id") ?? "");
      return collection ? answer(context, collection) : noSuchCollection(context, served, meta);
    };
  const schemaRoute = (kind: "schema" | "queryables" | "sortables") =>
    withCollection((context, collection) =>
      answerDocument(context, served, {
        title: titleOfPart(collection, { en: kind, fr: kind }),
        format: "schema",
        document: async (about) => itemSchema(kind, collection, about),
        page: async ({ language }) => fieldTable(collection, language),
      }),
    );

  const describe = async (collection: Collection, about: Answered) => {
    const extent = await servedExtent(served, collection);
    return collectionDocument(collection, about, extent, fileLinks(served, collection, about));
  };

  return new Hono<AppEnv>()
    .get("/", (context) =>
      answerDocument(context, served, {
        title: { en: "Collections", fr: "Collections" },
        dependsOn: (about) => allFileLinks(served, about, Object.values(collectionsOf(about.meta))),
        document: async (about) => ({
          crs: CRS_LIST.map(({ uri }) => uri),
          links: [],
          collections: await Promise.all(
            (await offeredCollections(served, about.meta)).map(async (one) =>
              listed(await describe(one, about), about),
            ),
          ),
        }),
        page: async (about) => collectionList(about, await offeredCollections(served, about.meta)),
      }),
    )
    .get(
      "/:id",
      withCollection((context, collection) =>
        answerDocument(context, served, {
          title: collection.title,
          dependsOn: (about) => fileLinks(served, collection, about),
          document: (about) => describe(collection, about),
          page: async ({ language, at, root }) =>
            `<p>${anchor(at(`/collections/${collection.id}/items?f=html`), pageTexts(language).items)}</p>` +
            `<h2>${pageTexts(language).fields}</h2>${fieldTable(collection, language)}` +
            clientLines(collection, language, root, ""),
        }),
      ),
    )
    .get("/:id/schema", schemaRoute("schema"))
    .get(
      "/:id/schema/geojson",
      withCollection((context, collection) =>
        answerDocument(context, served, {
          title: titleOfPart(collection, { en: "GeoJSON", fr: "GeoJSON" }),
          format: "schema",
          document: async (about) => geojsonSchema(collection, about),
          page: async ({ language }) => fieldTable(collection, language),
        }),
      ),
    )
    .get("/:id/queryables", schemaRoute("queryables"))
    .get("/:id/sortables", schemaRoute("sortables"))
    .get(
      "/:id/items",
      withCollection((context, collection) => answerItems(context, served, collection)),
    )
    .get(
      "/:id/:file{items\\..+}",
      withCollection((context, collection) => {
        const extension = (context.req.param("file") ?? "").slice("items.".length);
        return answerItems(context, served, collection, extension);
      }),
    )
    .get(
      "/:id/items/:feature",
      withCollection((context, collection) =>
        answerItem(context, served, collection, context.req.param("feature") ?? ""),
      ),
    );
}

type CollectionDocument = ReturnType<typeof collectionDocument>;

/** The collection as the list has it, with the links that its own document has to itself. */
function listed(document: CollectionDocument, { at }: Answered): CollectionDocument {
  const offered = { json: FORMATS.json, html: FORMATS.html };
  const own = selfAndAlternates(at(`/collections/${document.id}`), offered, "json");
  return { ...document, links: [...own, ...document.links] };
}

/** Tells of those that the list has, which are not all that are answered: one without features is so too, empty. */
export async function noSuchCollection(
  context: Context<AppEnv>,
  served: ServedDataset,
  meta: DatasetMeta,
): Promise<Response> {
  const ids = (await offeredCollections(served, meta)).map(({ id }) => id);
  return notFound(context, `there is no such collection; there are ${ids.join(", ")}`);
}

function collectionList({ language, at }: Answered, collections: readonly Collection[]): string {
  const items = collections.map(
    ({ id, title, description }) =>
      `<dt>${anchor(at(`/collections/${id}`), textIn(title, language))}</dt><dd>${escapeMarkup(textIn(description, language))}</dd>`,
  );
  return `<dl>${items.join("")}</dl>`;
}

/** The codebook: every field with its type, meaning, unit and vocabulary. */
function fieldTable(collection: Collection, language: Language): string {
  const texts = pageTexts(language);
  const rows = collection.properties.map(({ choices, means, name, title, type, unit }) => {
    const more = [
      escapeMarkup(means),
      unit ? `${texts.unit}: ${unit}` : "",
      choices
        ? `${texts.values}: ${choices.map((value) => `<code>${escapeMarkup(value)}</code>`).join(", ")}`
        : "",
    ];
    const heading = title ? `<br>${escapeMarkup(textIn(title, language))}` : "";
    return `<tr><th><code>${name}</code>${heading}</th><td>${type}</td><td lang="en">${more.filter(Boolean).join(" ")}</td></tr>`;
  });
  return `<div class="wide"><table><tbody>${rows.join("")}</tbody></table></div>`;
}
