// `/feed.xml`: each publish of the dataset as an entry of an Atom feed (RFC 4287), the newest first.
import { Hono } from "hono";
import { countNoted } from "#db/queries/changes/count-noted.ts";
import { findHistory } from "#db/queries/versions.ts";
import { findWithdrawals } from "#db/queries/withdrawals.ts";
import { escapeMarkup } from "#formats/xml.ts";
import type { ChangeCounts } from "#model/change/record-change.ts";
import { isOfWithdrawal, type PublishedVersion, saidOf } from "#model/dataset/version.ts";
import { type TakenBack, takenBackWith } from "#model/dataset/withdrawal.ts";
import { type Language, perhapsIn, textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
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
    const page = inLanguage(root, query.value.lang);
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
      link("alternate", "text/html", page),
    ];
    const shown = all.slice(0, MAX_ENTRIES);
    const withdrawals = await findWithdrawals(served.db, served.datasetId);
    const counts = await countNoted(served.db, {
      datasetId: served.datasetId,
      from: shown.at(-1)?.number ?? 0,
      to: version.number,
    });
    const entries = shown.map((one, index) =>
      entryOf(one, all[index + 1], {
        ...{ counts: counts.get(one.number) ?? {}, language, root, title },
        lang: query.value.lang,
        takenBack: takenBackWith(one.number, withdrawals),
      }),
    );
    return context.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(language)}">\n${[...head, ...entries].join("\n")}\n</feed>\n`,
      200,
      { "Content-Type": `${FORMATS.atom.mediaType}; charset=utf-8` },
    );
  });
}

function inLanguage(address: URL, lang: Language | undefined): URL {
  const found = new URL(address);
  if (lang) found.searchParams.set("lang", lang);
  return found;
}

const element = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;
const link = (rel: string, type: string, { href }: URL) =>
  `<link rel="${rel}" type="${type}" href="${escapeMarkup(href)}"/>`;

type Telling = {
  /** Of the records that it changed. */
  readonly counts: ChangeCounts;
  readonly language: Language;
  readonly root: URL;
  /** That the address asks for: what the feed leads to is asked for in it, too. */
  readonly lang: Language | undefined;
  /** What was withdrawn by it. */
  readonly takenBack: TakenBack;
  /** What the dataset is called. */
  readonly title: string;
};

function entryOf(
  version: PublishedVersion,
  before: PublishedVersion | undefined,
  { counts, lang, language, root, takenBack, title }: Telling,
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
  const withdrawn = isOfWithdrawal(label) ? texts.takenBack(takenBack) : undefined;
  const summary = withdrawn
    ? [withdrawn, ...(why ? [texts.withdrawnReason(why)] : [])].join(" ")
    : `${said ?? texts.versionWithoutNote}${counted === "" ? "" : ` (${counted})`}`;
  // Whoever reads several feeds sees the title alone.
  const happened = !before
    ? texts.versionIsFirst
    : (withdrawn?.replace(/\.$/, "") ??
        [kind && texts.publishClasses[kind], counted].filter(Boolean).join(" · ")) ||
      texts.versionIsSame;
  const changes = before && new URL(`${apiAddress(root)(diffPath(before.label, label))}?f=html`);
  const parts = [
    element("id", shown.href),
    element("title", texts.labelled(`${title}, ${label}`, happened)),
    element("updated", publishedAt),
    link("alternate", "text/html", inLanguage(shown, lang)),
    ...(changes ? [link("related", "text/html", inLanguage(changes, lang))] : []),
    ...(kind ? [`<category term="${kind}"/>`] : []),
    element("summary", before ? summary : (said ?? texts.versionFirst)),
  ];
  return `<entry>\n${parts.join("\n")}\n</entry>`;
}
