import { Hono } from "hono";
import { citationOf } from "#formats/about-data.ts";
import { linkedLicences } from "#model/dataset/licence-words.ts";
import { perhapsIn, textIn } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { FORMATS } from "../http/formats.ts";
import { apiAddress } from "../http/links.ts";
import { rootOfNewest } from "../served/newest-beside.ts";
import { offeredCollections } from "../served/served-collections.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { answerDocument } from "./answer-document.ts";

/** Where a client starts: what the data is, and where its parts are (OGC API – Features 7.2). */
export function landingRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", (context) =>
    answerDocument(context, served, {
      title: { en: "Data", fr: "Données" },
      document: async ({ meta, language, at, root, service }) => {
        const offered = await offeredCollections(served, meta);
        // What is told of all versions is told of none.
        const ofAll = rootOfNewest(root);
        const json = FORMATS.json.mediaType;
        const html = FORMATS.html.mediaType;
        const related = (title: string, path: string) => ({
          rel: "related",
          type: json,
          title,
          href: at(path),
        });
        return {
          title: textIn(meta.title, language),
          description: [meta.headline, meta.standfirst, meta.description]
            .flatMap((text) => perhapsIn(text, language) || [])
            .map((text) => (/[.!?…。؟]$/.test(text) ? text : `${text}.`))
            .join(" "),
          attribution: textIn(meta.attribution, language),
          citation: citationOf(meta, language, at("")),
          version: meta.version.label,
          links: [
            {
              rel: "service-desc",
              type: FORMATS.openapi.mediaType,
              title: "API definition",
              href: at("/openapi"),
            },
            {
              rel: "service-doc",
              type: html,
              title: "API documentation",
              href: at("/openapi?f=html"),
            },
            {
              rel: "conformance",
              type: json,
              title: "Conformance classes",
              href: at("/conformance"),
            },
            { rel: "data", type: json, title: "Collections", href: at("/collections") },
            {
              rel: "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
              type: json,
              title: "Tile matrix sets",
              href: at("/tileMatrixSets"),
            },
            {
              rel: "version-history",
              type: json,
              title: "Versions and corrections",
              href: apiAddress(ofAll)("/versions"),
            },
            {
              rel: "alternate",
              type: FORMATS.atom.mediaType,
              title: "What is published, as a feed (Atom)",
              href: new URL("feed.xml", ofAll).href,
            },
            {
              ...related("What has changed since a version, for copies", "/changes"),
              href: apiAddress(ofAll)("/changes"),
            },
            ...(meta.separation ? [related("Separation measures", "/analysis/separation")] : []),
            ...(offered.some(({ role }) => role === "events")
              ? [related("Events by month", "/analysis/timeline")]
              : []),
            related("Files to download", "/download"),
            {
              rel: "enclosure",
              type: "application/zip",
              title: "The whole data package",
              href: at("/download/package.zip"),
            },
            {
              rel: "describedby",
              type: json,
              title: "What the data package holds (Data Package 2)",
              href: at("/download/datapackage.json"),
            },
            { rel: "alternate", type: html, title: "The map", href: root.href },
            {
              rel: "up",
              type: json,
              title: "All datasets",
              href: new URL("datasets", service).href,
            },
            ...linkedLicences(meta.licences).map(({ title, path }) => ({
              rel: "license",
              type: html,
              title,
              href: path,
            })),
          ],
        };
      },
    }),
  );
}
