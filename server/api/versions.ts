// `/api/versions`: what was published of the dataset, and what the publisher says of it.
import { Hono } from "hono";
import { findHistory } from "#db/queries/versions.ts";
import { findWithdrawals } from "#db/queries/withdrawals.ts";
import { escapeMarkup } from "#formats/xml.ts";
import { isOfWithdrawal, type PublishedVersion, saidOf } from "#model/dataset/version.ts";
import { type TakenBack, takenBackWith } from "#model/dataset/withdrawal.ts";
import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { type Language, perhapsIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { AppEnv } from "../http/app-env.ts";
import { FORMATS } from "../http/formats.ts";
import { answerDocument } from "../ogc/answer-document.ts";
import { type ServedDataset, stateOf } from "../served/served-dataset.ts";
import { diffPath } from "./version-diff.ts";

export function versionsRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", (context) =>
    answerDocument(context, served, {
      title: { en: "Versions", fr: "Versions" },
      // The list says when each was published here.
      dependsOn: ({ meta }) => stateOf(meta.version),
      document: async ({ at, language, meta, root }) => {
        const versions = await findHistory(served.db, served.datasetId, meta.version.number);
        const withdrawals = await findWithdrawals(served.db, served.datasetId);
        return {
          newest: meta.version.label,
          versions: versions.map((version, index) => ({
            ...entryOf(version, language, takenBackWith(version.number, withdrawals)),
            changes: changesOf(versions, index, at),
          })),
          links: [
            {
              rel: "latest-version",
              type: FORMATS.json.mediaType,
              title: "The newest version",
              href: at("/collections"),
            },
            { rel: "alternate", type: FORMATS.html.mediaType, title: "The map", href: root.href },
          ],
        };
      },
      page: async ({ language }, { versions }) => listOf(versions as readonly Entry[], language),
    }),
  );
}

/** A version as readers may know it; its number is of this database alone. */
function entryOf(version: PublishedVersion, language: Language, takenBack: TakenBack) {
  const { contentHash, created, label, publishedAt } = version;
  const { note, reason } = saidOf(version);
  return {
    label,
    publishedAt,
    created,
    class: version.class,
    note: perhapsIn(note, language),
    // Of a withdrawal.
    reason: perhapsIn(reason, language),
    // Of one that took something back: the labels of versions, and how many records.
    withdrawn: isOfWithdrawal(label) ? takenBack : null,
    contentHash,
  };
}
type Entry = ReturnType<typeof entryOf> & { readonly changes: string | null };

/** Where it is told what a version changed; null of the first. */
function changesOf(
  versions: readonly PublishedVersion[],
  index: number,
  at: (path: string) => string,
): string | null {
  const [version, before] = versions.slice(index, index + 2);
  return version && before ? at(diffPath(before.label, version.label)) : null;
}

function listOf(entries: readonly Entry[], language: Language): string {
  const texts = messagesOf(language);
  const items = entries.map(
    ({ changes, class: kind, label, note, publishedAt, reason, withdrawn }) => {
      const day = parseDay(publishedAt.slice(0, 10));
      const when = texts.versionPublished(
        day === undefined ? publishedAt : labelDay(day, language),
      );
      const said = kind ? `, ${texts.publishClasses[kind]}` : "";
      const words = withdrawn
        ? [
            texts.takenBack(withdrawn),
            ...(reason === null ? [] : [texts.withdrawnReason(reason)]),
          ].join(" ")
        : note;
      const told = words === null ? "" : `<p>${escapeMarkup(words)}</p>`;
      const link = changes
        ? `: <a href="${escapeMarkup(changes)}">${escapeMarkup(texts.versionDiff)}</a>`
        : "";
      return `<li><strong>${escapeMarkup(label)}</strong>${escapeMarkup(said)}, <time datetime="${publishedAt}">${escapeMarkup(when)}</time>${link}${told}</li>`;
    },
  );
  return `<ol reversed>${items.join("")}</ol>`;
}
