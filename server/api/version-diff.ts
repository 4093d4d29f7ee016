// `/api/versions/{from}/diff/{to}`: which records are not in both versions, or not as they were.
import { type Context, Hono } from "hono";
import { findDifferences } from "#db/queries/features/differences.ts";
import { findNamedVersion } from "#db/queries/versions.ts";
import { RecordDiffs } from "#formats/record-diff.ts";
import { diffCsv, diffGeoJson } from "#formats/version-diff.ts";
import { countChanges } from "#model/change/record-change.ts";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { textIn } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { notFound } from "../http/problems.ts";
import { type Answered, answerDocument } from "../ogc/answer-document.ts";
import { namedVersion, noSuchVersion } from "../served/asked-version.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { goneVersion } from "../served/withdrawn.ts";
import { differencePage, mapAddress, ON_MAP } from "./version-diff-page.ts";

/** Of a collection so many records are told at most. */
const MAX_RECORDS = 5000;

/** The address of what changed from one version to another, below the API. */
export const diffPath = (from: string, to: string): string =>
  `/versions/${encodeURIComponent(from)}/diff/${encodeURIComponent(to)}`;

/** Differences are cached: to tell one, every record of both versions but of events is compared. */
export function versionDiffRoute(served: ServedDataset, cached: CachedAnswers) {
  const differences = async (about: Answered, from: DatasetVersion, to: DatasetVersion) => {
    const { meta, language } = about;
    const hashes = [meta.version, from, to].map(({ contentHash }) => contentHash);
    const bytes = await cached.answer(
      JSON.stringify([meta.id, language, ...hashes]),
      async () => Buffer.from(JSON.stringify(await differencesOf(served, about, from, to))),
      // What is protected while they are compared makes them others.
      async () => (await isAsItWas(served, from)) && (await isAsItWas(served, to)),
    );
    return JSON.parse(Buffer.from(bytes).toString()) as readonly CollectionDiff[];
  };
  return new Hono<AppEnv>().get("/:from/diff/:to", async (context) => {
    const names = [context.req.param("from"), context.req.param("to")];
    const [from, to] = await Promise.all(
      names.map((text) => namedVersion(served, { by: "asOf", text })),
    );
    if (!from || !to) {
      const text = (from ? names[1] : names[0]) ?? "";
      return (
        (await goneVersion(context, served, { by: "asOf", text, isPage: isPage(context) })) ??
        notFound(context, await noSuchVersion(served, text))
      );
    }
    return answerDocument(context, served, {
      title: {
        en: `What changed from ${from.label} to ${to.label}`,
        fr: `Ce qui a changé de ${from.label} à ${to.label}`,
      },
      dependsOn: () => [from.contentHash, to.contentHash],
      document: async (about) => ({
        from: told(from),
        to: told(to),
        collections: await differences(about, from, to),
        links: [
          {
            rel: "version-history",
            type: FORMATS.json.mediaType,
            title: "All versions",
            href: about.at("/versions"),
          },
          {
            rel: "alternate",
            type: FORMATS.html.mediaType,
            title: ON_MAP.en,
            href: mapAddress(about, from.label, to.label),
          },
        ],
      }),
      also: {
        csv: ({ collections }) => diffCsv(collections as readonly CollectionDiff[]),
        geojson: ({ collections }) =>
          `${JSON.stringify(diffGeoJson(collections as readonly CollectionDiff[]))}\n`,
      },
      page: async (about, { collections }) =>
        differencePage(collections as readonly CollectionDiff[], about, [from.label, to.label]),
    });
  });
}

const isAsItWas = async (
  { datasetId, db }: ServedDataset,
  { contentHash, label }: DatasetVersion,
): Promise<boolean> =>
  (await findNamedVersion(db, datasetId, { label }))?.contentHash === contentHash;

/** Whether the difference is wanted as a page. */
function isPage(context: Context<AppEnv>): boolean {
  const format = negotiate(context, ["json", "csv", "geojson", "html"]);
  return format === "html";
}

const told = ({ contentHash, label, publishedAt }: DatasetVersion) => ({
  label,
  publishedAt,
  contentHash,
});

/** The collections of which anything changed, in the order of the API; sites are places, and told as such. */
async function differencesOf(
  { datasetId, db }: ServedDataset,
  { language, meta }: Answered,
  from: DatasetVersion,
  to: DatasetVersion,
): Promise<readonly CollectionDiff[]> {
  const found: CollectionDiff[] = [];
  const diffs = new RecordDiffs(language);
  for (const collection of Object.values(collectionsOf(meta))) {
    if (collection.role === "sites") continue;
    const { differences, isWhole } = await findDifferences(db, {
      ...{ datasetId, collection, limit: MAX_RECORDS },
      from: from.number,
      to: to.number,
    });
    const records = differences.flatMap((one) => diffs.tell(one, collection) ?? []);
    if (records.length > 0)
      found.push({
        collection: collection.id,
        title: textIn(collection.title, language),
        counts: countChanges(records.map(({ changes }) => ({ kinds: changes }))),
        complete: isWhole,
        records,
      });
  }
  return found;
}
