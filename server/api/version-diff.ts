// `/api/versions/{from}/diff/{to}`: which records are not in both versions, or not as they were.
import { type Context, Hono } from "hono";
import { findDifferences } from "#db/queries/features/differences.ts";
import { findNamedVersion } from "#db/queries/versions.ts";
import { recordDiff } from "#formats/record-diff.ts";
import { diffCsv, diffGeoJson } from "#formats/version-diff.ts";
import { escapeMarkup } from "#formats/xml.ts";
import { countChanges } from "#model/change/record-change.ts";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { readableQuery } from "#web/view/address/url.ts";
import { printVersionPair } from "#web/view/question/version-pair.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/cached-answers.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { notFound } from "../http/problems.ts";
import { type Answered, answerDocument } from "../ogc/answer-document.ts";
import { namedVersion, noSuchVersion } from "../served/asked-version.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { goneVersion } from "../served/withdrawn.ts";
import { countsIn } from "./counts-in.ts";

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
        listOf(collections as readonly CollectionDiff[], about, [from.label, to.label]),
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

const ON_MAP = { en: "The same on the map", fr: "La même chose sur la carte" };

/** The page with what is different over the map. */
function mapAddress({ root }: Answered, from: string, to: string): string {
  const page = new URL(root);
  page.searchParams.set("view", "versions");
  page.searchParams.set("versions", printVersionPair({ from, to }));
  page.search = readableQuery(page.search);
  return page.href;
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
  for (const collection of Object.values(collectionsOf(meta))) {
    if (collection.role === "sites") continue;
    const { differences, isWhole } = await findDifferences(db, {
      ...{ datasetId, collection, limit: MAX_RECORDS },
      from: from.number,
      to: to.number,
    });
    const records = differences.flatMap((one) => recordDiff(one, collection, language) ?? []);
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

/** Texts and numbers as they are; a list or a shape as JSON, which may be long. */
const LONGEST = 200;
function valueIn(value: unknown): string {
  if (value === null || value === "") return "–";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return escapeMarkup(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

function listOf(
  collections: readonly CollectionDiff[],
  about: Answered,
  labels: readonly [from: string, to: string],
): string {
  const { language, root } = about;
  const head = labels.map((label) => `<th>${escapeMarkup(label)}</th>`).join("");
  const texts = messagesOf(language);
  if (collections.length === 0) return `<p>${escapeMarkup(texts.versionsSame)}</p>`;
  const map = `<p>${linked(mapAddress(about, ...labels), textIn(ON_MAP, language))}</p>`;
  const lists = collections
    .map(({ collection, complete, counts, records, title }) => {
      const items = records.map(({ changes, fields, id, name }) => {
        // Each as the last of the two versions that have it has it.
        const label = changes[0] === "removed" ? labels[0] : labels[1];
        const path = `v/${encodeURIComponent(label)}/api/collections/${collection}/items/${encodeURIComponent(id)}`;
        const called = `${linked(new URL(path, root).href, name)} <code>${escapeMarkup(id)}</code>`;
        const rows = fields.map(
          (change) =>
            `<tr><th><code>${escapeMarkup(change.field)}</code></th><td>${valueIn(change.old)}</td><td>${valueIn(change.new)}</td></tr>`,
        );
        const table =
          rows.length > 0
            ? `<div class="wide"><table><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`
            : "";
        const kinds = changes.map((kind) => texts.changeKinds[kind]).join(", ");
        return `<li>${called} – ${escapeMarkup(kinds)}${table}</li>`;
      });
      const more = complete ? "" : `<p>${escapeMarkup(texts.versionsMore(records.length))}</p>`;
      return `<h2>${escapeMarkup(title)}</h2><p>${escapeMarkup(countsIn(counts, texts))}</p><ul>${items.join("")}</ul>${more}`;
    })
    .join("");
  return map + lists;
}

const linked = (href: string, text: string) =>
  `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`;
