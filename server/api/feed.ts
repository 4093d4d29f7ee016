// `/feed.xml`: each publish of the dataset as an entry of an Atom feed (RFC 4287), the newest first.
import { Hono } from "hono";
import { countNoted } from "#db/queries/changes/count-noted.ts";
import { findHistory } from "#db/queries/versions.ts";
import { escapeMarkup } from "#formats/xml.ts";
import type { ChangeCounts } from "#model/change/record-change.ts";
import { isOfWithdrawal, type PublishedVersion, saidOf } from "#model/dataset/version.ts";
import { type Language, perhapsIn, textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { FORMATS } from "../http/formats.ts";
import { languageOf } from "../http/language.ts";
import { apiAddress } from "../http/links.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { type ServedDataset, servedMeta, stateOf } from "../served/served-dataset.ts";
import { countsIn } from "./counts-in.ts";
import { diffPath } from "./version-diff.ts";

/** A feed tells what is new: all versions are in `/api/versions`. */
const MAX_ENTRIES = 100;

export function feedRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", async (context) => {
    const query = readQuery(context, []);
    if (!query.ok) return badRequest(context, query.problems);
    const meta = await servedMeta(served);
    const { version } = meta;
    const language = languageOf(context, meta.languages, query.value.lang);
    const root = context.get("root");
    const question = JSON.stringify(["feed", context.req.url, language, stateOf(version)]);
    if (isUnchanged(context, entityTag(version, question), version)) return context.body(null, 304);
    const all = await findHistory(served.db, served.datasetId, version.number);
    const title = textIn(meta.title, language);
    const head = [
      element("id", root.href),
      element("title", title),
      element("updated", all[0]?.publishedAt ?? version.publishedAt),
      `<author>${element("name", title)}</author>`,
      link("self", FORMATS.atom.mediaType, new URL(context.req.url)),
      link("alternate", "text/html", root),
    ];
    const shown = all.slice(0, MAX_ENTRIES);
    const counts = await countNoted(served.db, {
      datasetId: served.datasetId,
      from: shown.at(-1)?.number ?? 0,
      to: version.number,
    });
    const entries = shown.map((one, index) =>
      entryOf(one, all[index + 1], { counts: counts.get(one.number) ?? {}, language, root }),
    );
    return context.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(language)}">\n${[...head, ...entries].join("\n")}\n</feed>\n`,
      200,
      { "Content-Type": `${FORMATS.atom.mediaType}; charset=utf-8` },
    );
  });
}

const element = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;
const link = (rel: string, type: string, { href }: URL) =>
  `<link rel="${rel}" type="${type}" href="${escapeMarkup(href)}"/>`;

type Telling = {
  /** Of the records that it changed. */
  readonly counts: ChangeCounts;
  readonly language: Language;
  readonly root: URL;
};

function entryOf(
  version: PublishedVersion,
  before: PublishedVersion | undefined,
  { counts, language, root }: Telling,
): string {
  const { class: kind, label, publishedAt } = version;
  const texts = messagesOf(language);
  const shown = new URL(root);
  shown.searchParams.set("v", label);
  const { note, reason } = saidOf(version);
  const said = perhapsIn(note, language);
  const why = perhapsIn(reason, language);
  const counted = countsIn(counts, texts);
  // What was withdrawn is in no version: it is no difference between two of them.
  const summary = isOfWithdrawal(label)
    ? [texts.takenBack(counts.removed ?? 0), ...(why ? [texts.withdrawnReason(why)] : [])].join(" ")
    : `${said ?? texts.versionWithoutNote}${counted === "" ? "" : ` (${counted})`}`;
  const changes = before && new URL(`${apiAddress(root)(diffPath(before.label, label))}?f=html`);
  const parts = [
    element("id", shown.href),
    element("title", kind ? `${label}: ${texts.publishClasses[kind]}` : label),
    element("updated", publishedAt),
    link("alternate", "text/html", shown),
    ...(changes ? [link("related", "text/html", changes)] : []),
    ...(kind ? [`<category term="${kind}"/>`] : []),
    element("summary", before ? summary : (said ?? texts.versionFirst)),
  ];
  return `<entry>\n${parts.join("\n")}\n</entry>`;
}
